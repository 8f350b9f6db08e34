import { transaction } from "@/lib/db/pool";
import { IS_GOING } from "@/lib/lookups/work";

/**
 * Marks a run, or all runs of an account, as purged, so that nothing is started, added or shown of
 * them any more and `deleteRows` takes what they hold. Their rows are locked while it looks: what
 * was started just before is seen.
 *
 * @returns what is still going of them, in which case none was marked; null: they are marked
 */
export function closeRuns(
  of: { runId: string } | { accountId: string },
): Promise<"lookups" | "details" | null> {
  const [column, id] = "runId" in of ? ["id", of.runId] : ["account_id", of.accountId];
  return transaction(async (tx) => {
    const { rows } = await tx.query<{ lookups: boolean; details: boolean }>(
      `WITH closing AS (SELECT id, status FROM runs WHERE ${column} = $1 ORDER BY id FOR UPDATE)
       SELECT coalesce(bool_or(${IS_GOING}), false) AS lookups,
         EXISTS (SELECT 1 FROM detail_passes p JOIN closing c ON c.id = p.run_id
           WHERE p.${IS_GOING}) AS details
       FROM closing`,
      [id],
    );
    if (rows[0]?.lookups) return "lookups";
    if (rows[0]?.details) return "details";
    await tx.query(`UPDATE runs SET purged_at = now() WHERE ${column} = $1 AND purged_at IS NULL`, [
      id,
    ]);
    return null;
  });
}
