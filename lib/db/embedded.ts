import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import getPort from "get-port";

const user = "rcs_reach";
const database = "rcs_reach";

/** A running embedded PostgreSQL. */
export interface EmbeddedDatabase {
  /** `postgresql://…` on the loopback address. */
  url: string;
  /** Shuts it down cleanly and waits until it is gone. */
  stop: () => Promise<void>;
}

/**
 * Starts the PostgreSQL that comes with the project on a free port of the loopback address.
 *
 * @param folder where its data lives; made when missing
 * @param password of the database user, the same at every start
 * @throws an `Error` with the server's last words when it does not start
 */
export async function startEmbeddedDatabase(
  folder: string,
  password: string,
): Promise<EmbeddedDatabase> {
  await mkdir(path.dirname(folder), { recursive: true });
  const port = await getPort({ host: "127.0.0.1" });
  const child = fork(
    path.join(process.cwd(), "lib/db/embedded-process.ts"),
    [folder, String(port), user, password, database],
    {
      detached: true,
      execArgv: ["--import", "tsx"],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    },
  );
  const [message] = (await once(child, "message")) as [{ ready: boolean; reason?: string }];
  if (!message.ready) {
    throw new Error(`The embedded PostgreSQL did not start in ${folder}.\n${message.reason}`);
  }
  const gone = once(child, "exit");
  return {
    url: `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`,
    stop: async () => {
      if (child.connected) child.send("stop");
      await gone;
    },
  };
}
