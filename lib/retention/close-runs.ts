import type { PoolClient } from "pg";
import { transaction } from "@/lib/db/pool";
import { unlessDeadlocked } from "@/lib/db/unless-deadlocked";
import { IS_GOING } from "@/lib/lookups/work";

/** A run, or all runs of an account. */
export type SomeRuns = { runId: string } | { accountId: string };

/**
 * Marks runs as purged, so that nothing is started, added or shown of them any more and `deleteRows`
 * takes what they hold. Their rows are locked while it looks: what was started just before is seen.
 *
 * @param record writes down who did it, in the same transaction
 * @returns what is still going of them, in which case none was marked; null: they are marked
 */
export function closeRuns(
  of: SomeRuns,
  record: (tx: PoolClient) => Promise<void>,
): Promise<"lookups" | "details" | null> {
  return unlessDeadlocked(() =>
    transaction(async (tx) => {
      const going = await whatIsGoing(tx, of);
      if (going) return going;
      const { where, values } = these(of);
      await tx.query(
        `UPDATE runs r SET purged_at = now() WHERE ${where} AND purged_at IS NULL`,
        values,
      );
      await record(tx);
      return null;
    }),
  );
}

/** What is going of these runs, whose rows are locked until the transaction ends. */
export async function whatIsGoing(
  tx: PoolClient,
  of: SomeRuns,
): Promise<"lookups" | "details" | null> {
  const { where, values } = these(of);
  // First: a statement sees what was there when it began, before it waited for a lock.
  await tx.query(`SELECT 1 FROM runs r WHERE ${where} ORDER BY r.id FOR UPDATE`, values);
  const { rows } = await tx.query<{ lookups: boolean; details: boolean }>(
    `SELECT coalesce(bool_or(r.${IS_GOING}), false) AS lookups,
       coalesce(bool_or(EXISTS (
         SELECT 1 FROM detail_passes p WHERE p.run_id = r.id AND p.${IS_GOING})), false) AS details
     FROM runs r WHERE ${where}`,
    values,
  );
  if (rows[0]?.lookups) return "lookups";
  return rows[0]?.details ? "details" : null;
}

const these = (of: SomeRuns) =>
  "runId" in of
    ? { where: "r.id = $1", values: [of.runId] }
    : { where: "r.account_id = $1", values: [of.accountId] };
