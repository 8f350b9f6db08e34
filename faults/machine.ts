import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import pRetry from "p-retry";
import type { ProcessName } from "@/lib/processes";
import { type Child, startChild } from "@/lib/start-child";

/** A process that is struck by faults and comes back. Faults of one machine wait for each other. */
export class Machine {
  private child: Child<object> | undefined;
  private turn: Promise<unknown> = Promise.resolve();
  private isWanted = false;
  /** How often it ended by itself, as a worker does whose work was taken up by others. */
  endings = 0;

  constructor(
    private readonly name: ProcessName,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  start(): Promise<void> {
    return this.inTurn(() => this.up());
  }

  /** Ends it as a crash does, and starts it again after a while. */
  crash(awayMs: number): Promise<void> {
    return this.inTurn(async () => {
      await this.down("SIGKILL");
      await sleep(awayMs);
      await this.up();
    });
  }

  /** Asks it to end, and starts it again. */
  restart(): Promise<void> {
    return this.inTurn(async () => {
      await this.down("SIGTERM");
      await this.up();
    });
  }

  /** Stops it in the middle of whatever it does, for a while. */
  hang(forMs: number): Promise<void> {
    return this.inTurn(async () => {
      this.child?.process.kill("SIGSTOP");
      await sleep(forMs);
      this.child?.process.kill("SIGCONT");
    });
  }

  stop(): Promise<void> {
    return this.inTurn(() => this.down("SIGTERM"));
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => {});
    return done;
  }

  /** Whatever keeps processes running tries again when one does not start, as without a database. */
  private async up(): Promise<void> {
    const child = await pRetry(() => startChild(this.name, { env: this.env, quiet: true }), {
      retries: 30,
      minTimeout: 500,
      factor: 1,
    });
    this.child = child;
    this.isWanted = true;
    child.process.once("exit", () => {
      if (!this.isWanted || this.child !== child) return;
      this.endings += 1;
      void this.start();
    });
  }

  private async down(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    this.isWanted = false;
    this.child = undefined;
    if (!child || child.process.exitCode !== null || child.process.signalCode !== null) return;
    const gone = once(child.process, "exit");
    child.process.kill(signal);
    await gone;
  }
}
