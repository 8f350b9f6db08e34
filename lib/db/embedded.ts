import { existsSync } from "node:fs";
import { chmod, mkdir, stat } from "node:fs/promises";
import path from "node:path";
import getPort from "get-port";
import { startChild } from "@/lib/start-child";

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
 * Starts the PostgreSQL that comes with the project on a free port of the loopback address. When it
 * is ended by something else, it is started again on the same port.
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
  const server = await startChild<{ ready: boolean; reason?: string }>("database", {
    args: [folder, String(port), user, database],
    // Not an argument: those can be read by every user of the machine.
    env: { ...process.env, EMBEDDED_PASSWORD: password },
    launcher: await launcherFor(folder),
    quiet: true,
  });
  if (!server.ready.ready) {
    const hint = "Is RCS Reach running already on this data?";
    throw new Error(
      `The embedded PostgreSQL did not start in ${folder}. ${hint}\n${server.ready.reason}`,
    );
  }
  return {
    url: embeddedUrl(port, password),
    stop: server.stop,
  };
}

/** Where an embedded PostgreSQL is reached that listens on a port. */
export function embeddedUrl(port: number, password: string): string {
  return `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/**
 * PostgreSQL refuses to run as root. Where others may pass through the folders above, root makes
 * and uses the system user "postgres". Elsewhere, as below /root, that user could not even reach
 * the program; there root enters a user namespace in which it bears another number
 * (`unshare`, util-linux). Data once made stays with whoever made it.
 */
async function launcherFor(folder: string): Promise<string[]> {
  if (process.getuid?.() !== 0) return [];
  const made = existsSync(path.join(folder, "PG_VERSION"));
  const asPostgres = made ? (await stat(folder)).uid !== 0 : await othersReach(folder);
  return asPostgres ? [] : ["unshare", "--user", "--map-user=1000", "--map-group=1000"];
}

async function othersReach(folder: string): Promise<boolean> {
  // The folder just above is ours: it may be passed through, though not listed.
  await chmod(path.dirname(folder), 0o711);
  for (const start of [path.dirname(folder), process.cwd()]) {
    for (let place = start; ; place = path.dirname(place)) {
      if (((await stat(place)).mode & 0o001) === 0) return false;
      if (place === path.dirname(place)) break;
    }
  }
  return true;
}
