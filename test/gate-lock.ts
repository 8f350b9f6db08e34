import type { PoolClient } from "pg";
import { expect } from "vitest";
import { pool } from "@/lib/db/pool";

/**
 * Takes the row of an account's gate, does something to it when `step` waits for it, and gives it
 * back: as when Kaleyra refuses one call while another one has been granted already.
 *
 * @returns what the step came to
 */
export async function whileGateIsTaken<T>(
  accountId: string,
  step: () => Promise<T>,
  change: (tx: PoolClient) => Promise<unknown>,
): Promise<T> {
  const tx = await pool().connect();
  try {
    await tx.query("BEGIN");
    const { rows } = await tx.query<{ pid: number }>(
      "SELECT pg_backend_pid() AS pid FROM account_gates WHERE account_id = $1 FOR UPDATE",
      [accountId],
    );
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
