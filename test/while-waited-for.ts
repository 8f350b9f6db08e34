import type { PoolClient } from "pg";
import { expect } from "vitest";
import { pool } from "@/lib/db/pool";

/**
 * Holds locks in a transaction, and commits it once another one waits for them: as when two things
 * happen at the same moment.
 *
 * @param hold takes the locks
 * @param step what waits for them
 * @param change is made while it waits
 * @returns what the step came to
 */
export async function whileWaitedFor<T>(
  hold: (tx: PoolClient) => Promise<unknown>,
  step: () => Promise<T>,
  change: (tx: PoolClient) => Promise<unknown> = async () => {},
): Promise<T> {
  const tx = await pool().connect();
  try {
    await tx.query("BEGIN");
    await hold(tx);
    const { rows } = await tx.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
    const going = step();
    // Awaited below; until then a failure of it is not "unhandled".
    going.catch(() => {});
    const waiting = () =>
      pool().query("SELECT 1 FROM pg_stat_activity WHERE $1 = ANY(pg_blocking_pids(pid))", [
        rows[0]?.pid,
      ]);
    await expect.poll(async () => (await waiting()).rowCount, { timeout: 20_000 }).toBe(1);
    await change(tx);
    await tx.query("COMMIT");
    return await going;
  } finally {
    tx.release();
  }
}
