import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { connect } from "node:net";
import path from "node:path";

/**
 * The port of the server that runs on a folder of data, as its `postmaster.pid` says (PostgreSQL,
 * "Database File Layout"). Undefined: none runs, whatever a crash has left there.
 */
export async function runningPort(folder: string): Promise<number | undefined> {
  const lines = await readFile(path.join(folder, "postmaster.pid"), "utf8").catch(() => "");
  const port = Number(lines.split("\n")[3]);
  return port > 0 && (await answers(port)) ? port : undefined;
}

/** Whether a server runs on a folder of data. */
export const isDatabaseRunning = async (folder: string): Promise<boolean> =>
  (await runningPort(folder)) !== undefined;

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
