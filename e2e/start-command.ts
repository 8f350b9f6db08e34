import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { owner } from "./owner";
import { familyOf, type ProcessEntry } from "./processes";

/** What `npm start` runs, in a process group of its own, as a terminal starts it. */
export interface Started {
  process: ChildProcess & { pid: number };
  /** All that it has written on standard output. */
  output: () => string;
  /** It and all that it has started, now. */
  family: () => ProcessEntry[];
  /** Its exit code, or the signal that ended it. */
  ended: Promise<number | string>;
}

/** Starts the application and waits until it says its address. */
export async function startCommand(settings: {
  folder: string;
  port: number;
  sandboxPort: number;
}): Promise<Started> {
  const { PATH, HOME, LANG } = process.env;
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/start.ts"], {
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH,
      HOME,
      LANG,
      NODE_ENV: "production",
      DATA_DIR: settings.folder,
      PORT: String(settings.port),
      SANDBOX_PORT: String(settings.sandboxPort),
      OWNER_EMAIL: owner.email,
      OWNER_PASSWORD: owner.password,
    },
  });
  let output = "";
  let complaints = "";
  child.stderr.on("data", (part) => {
    complaints += part;
  });
  const ended = once(child, "exit").then(([code, signal]) => signal ?? code);
  const said = new Promise<void>((resolve) => {
    child.stdout.on("data", (part) => {
      output += part;
      if (output.includes("\n")) resolve();
    });
  });
  const early = ended.then((reason) => {
    throw new Error(`It ended before it was ready (${reason}): ${complaints}`);
  });
  await Promise.race([said, early]);
  early.catch(() => {});
  const { pid } = child;
  if (pid === undefined) throw new Error("It has no process id.");
  return {
    process: Object.assign(child, { pid }),
    output: () => output,
    family: () => familyOf(pid),
    ended,
  };
}
