import pg from "pg";
import { env } from "@/lib/env";

/** A new connection costs thousands of hashes on either side (RFC 7677): they outlast a pause. */
const IDLE_MS = 5 * 60_000;

/** Of the pool of all that is short. */
const MOST = 20;
/** Exports at a time; more of them wait for their turn. */
const MOST_EXPORTS = 5;

const shared = globalThis as { rcsReachPool?: pg.Pool; rcsReachExportPool?: pg.Pool };

/**
 * The pool of PostgreSQL connections of this process, which Prisma shares.
 * Next loads a module more than once, so it is kept on `globalThis`.
 */
export function pool(): pg.Pool {
  shared.rcsReachPool ??= makePool(MOST);
  return shared.rcsReachPool;
}

/**
 * Connections for what lasts as long as its reader likes: a download that is paused keeps one, and
 * would otherwise keep it from all other requests.
 */
export function exportPool(): pg.Pool {
  shared.rcsReachExportPool ??= makePool(MOST_EXPORTS);
  return shared.rcsReachExportPool;
}

function makePool(max: number): pg.Pool {
  const made = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max,
    idleTimeoutMillis: IDLE_MS,
  });
  // A connection that breaks is replaced at the next use; without a listener it ends the process,
  // whether it was idle or waited in a transaction for the next statement.
  made.on("error", () => {});
  made.on("connect", (client) => client.on("error", () => {}));
  return made;
}

/** Makes connections before they are needed. */
export async function warmPool(connections: number): Promise<void> {
  const clients = Array.from({ length: connections }, () => pool().connect());
  for (const client of clients) (await client).release();
}

/** Runs `work` in one transaction: committed when it returns, rolled back when it throws. */
export async function transaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool().connect();
  let broken: Error | undefined;
  try {
    await client.query("BEGIN");
    const result = await work(client);
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch((reason: Error) => {
      broken = reason;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Closes the pools, for a process that ends. */
export async function closePool(): Promise<void> {
  const open = [shared.rcsReachPool, shared.rcsReachExportPool];
  shared.rcsReachPool = undefined;
  shared.rcsReachExportPool = undefined;
  await Promise.all(open.map((one) => one?.end()));
}
