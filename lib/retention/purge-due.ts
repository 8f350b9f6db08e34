import { recordEvent } from "@/lib/audit/record-event";
import { pool, transaction } from "@/lib/db/pool";
import { deleteRows } from "./delete-rows";
import { RESTS, RESTS_SINCE } from "./rests";

/** How many runs, and rows of theirs, were deleted. */
export interface Purged {
  runs: number;
  rows: number;
}

/** What the audit trail calls the one who did it. */
const ACTOR = { id: null, email: "Retention" };

const IS_DUE = `r.purged_at IS NULL AND ${RESTS}
  AND ${RESTS_SINCE} < now() - make_interval(days => (
    SELECT retention_days FROM accounts a WHERE a.id = r.account_id))`;
/** The marks of an upload's chunks go last: a run that has none left has nothing left. */
const IS_CUT_OFF = `r.purged_at IS NOT NULL
  AND EXISTS (SELECT 1 FROM upload_chunks u WHERE u.run_id = r.id)`;

/**
 * Deletes the contacts and rows of all runs whose time is over, and of those that an earlier purge
 * was cut off from. Counts stay. Several that do so at once delete nothing twice.
 */
export async function purgeDue(): Promise<Purged> {
  const { rows: due } = await pool().query<{ id: string }>(
    `SELECT r.id FROM runs r WHERE (${IS_DUE}) OR (${IS_CUT_OFF}) ORDER BY r.id`,
  );
  const purged = { runs: 0, rows: 0 };
  for (const { id } of due) {
    await markPurged(id);
    const rows = await deleteRows(id);
    if (rows > 0) purged.runs += 1;
    purged.rows += rows;
  }
  return purged;
}

/**
 * From here on the run's contacts are gone for everyone, and what was paused is over. It may have been started anew since it was
 * found: then it keeps them, and nothing is deleted.
 */
function markPurged(id: string): Promise<void> {
  return transaction(async (tx) => {
    const { rows } = await tx.query<{ account_id: string; name: string; unique_count: number }>(
      `UPDATE runs r SET purged_at = now(),
         status = CASE WHEN status = 'paused' THEN 'cancelled' ELSE status END,
         finished_at = CASE WHEN status = 'paused' THEN now() ELSE finished_at END
       WHERE r.id = $1 AND ${IS_DUE}
       RETURNING r.account_id, r.name, r.unique_count`,
      [id],
    );
    const [run] = rows;
    if (!run) return;
    await tx.query(
      `UPDATE detail_passes SET status = 'cancelled', finished_at = now()
       WHERE run_id = $1 AND status = 'paused'`,
      [id],
    );
    const event = { accountId: run.account_id, subject: id, label: run.name };
    const facts = { contacts: run.unique_count };
    await recordEvent(ACTOR, { ...event, action: "retention_purged", facts }, tx);
  });
}
