import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { builtProcess, type ProcessName } from "./processes";

/** A process of ours that said it is ready. */
export interface Child<T> {
  process: ChildProcess;
  /** What it said. */
  ready: T;
  /** Asks it to end and waits until it has. */
  stop: () => Promise<void>;
}

interface Options {
  args?: string[];
  env?: NodeJS.ProcessEnv;
  /** Throws its standard output away. */
  quiet?: boolean;
  /** An open file that takes what it writes on standard output and error. */
  log?: number;
  /** A command, with its arguments, that Node.js is started by. */
  launcher?: string[];
}

// DBOS's connection pool uses pg in a way that pg warns of; nobody here can mend it.
const nodeFlags = ["--disable-warning=DeprecationWarning"];

/**
 * Starts one of our processes, as it is built, and waits until it says that it is ready. Each stands
 * in a process group of its own, so that Ctrl-C reaches only the one that started it, which stops the
 * others in order; when that one is killed, the closed channel tells them.
 *
 * @throws an Error when it ends first
 */
export async function startChild<T extends object = object>(
  name: ProcessName,
  { args = [], env = process.env, quiet = false, log, launcher = [] }: Options = {},
): Promise<Child<T>> {
  const command = [...launcher, process.execPath, ...nodeFlags, builtProcess(name), ...args];
  const child = spawn(command[0] ?? process.execPath, command.slice(1), {
    detached: true,
    env,
    stdio: ["ignore", log ?? (quiet ? "ignore" : "inherit"), log ?? "inherit", "ipc"],
  });
  const gone = once(child, "exit");
  const ready = await Promise.race([
    once(child, "message").then(([message]) => message as T),
    gone.then(([code]) => {
      throw new Error(`${name} ended before it was ready (${code}).`);
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
