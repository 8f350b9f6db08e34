import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";

/** A process of ours that said it is ready. */
export interface Child<T> {
  process: ChildProcess;
  ready: T;
  /** Asks it to end and waits until it has. */
  stop: () => Promise<void>;
}

/**
 * Starts one of our processes and waits until it says that it is ready. Each stands in a process
 * group of its own, so that Ctrl-C reaches only the one that started it, which stops the others in
 * order; when that one is killed, the closed channel tells them.
 */
export async function startChild<T extends object = object>(
  file: string,
  env: NodeJS.ProcessEnv,
  options: { quiet?: boolean } = {},
): Promise<Child<T>> {
  const out = options.quiet ? "ignore" : "inherit";
  const child = fork(file, [], {
    detached: true,
    execArgv: ["--import", "tsx"],
    env,
    stdio: ["ignore", out, "inherit", "ipc"],
  });
  const gone = once(child, "exit");
  const ready = await Promise.race([
    once(child, "message").then(([message]) => message as T),
    gone.then(([code]) => {
      throw new Error(`${file} ended before it was ready (${code}).`);
    }),
  ]);
  return {
    process: child,
    ready,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
      await gone;
    },
  };
}
