import type { PoolClient } from "pg";
import { isLive } from "@/lib/api/run-status";
import type { RunView } from "@/lib/api/runs";
import { recordEvent } from "@/lib/audit/record-event";
import type { SessionUser } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { NOTHING_KNOWN } from "@/lib/lookups/answer-stripes";
import { enqueueRun } from "@/lib/lookups/queue";
import { tryAnew } from "@/lib/lookups/try-anew";
import { getRun } from "./get-run";
import { withLockedRun } from "./lock-run";

/**
 * Starts a new pass over the contacts of a finished run that have no answer or whose lookup failed.
 * One that is going already is left alone.
 *
 * @throws AppError `run_state` for a run that has not finished, `nothing_to_look_up`
 */
export async function retryRun(user: SessionUser, id: string): Promise<RunView> {
  await withLockedRun(user, id, async (run, tx) => {
    if (isLive(run.status)) return;
    if (run.status !== "done") {
      throw new AppError("run_state", "Only a run that has finished can be retried.");
    }
    const contacts = await countUnanswered(tx, id);
    // Neither outcome has a carrier, so the country alone says where their counts go.
    await tx.query(
      `INSERT INTO breakdowns (run_id, outcome, country, carrier, carrier_status, contacts)
       SELECT run_id, 'pending', country, '', '', sum(contacts) FROM breakdowns
       WHERE run_id = $1 AND outcome IN ('no_answer', 'failed') GROUP BY run_id, country
       ON CONFLICT (run_id, outcome, country, carrier, carrier_status)
       DO UPDATE SET contacts = breakdowns.contacts + excluded.contacts`,
      [id],
    );
    await tx.query(
      `UPDATE breakdowns SET contacts = 0
       WHERE run_id = $1 AND outcome IN ('no_answer', 'failed')`,
      [id],
    );
    // Their answers stay in the lists until the next one of the stripe is stored: nothing refers to
    // them any more.
    const { rowCount } = await tx.query(
      `UPDATE answers a SET which = (
         SELECT array_agg(CASE WHEN a.outcomes[no] IN ('no_answer', 'failed')
           THEN ${NOTHING_KNOWN} ELSE no END ORDER BY place)
         FROM unnest(a.which) WITH ORDINALITY AS w(no, place))
       WHERE run_id = $1 AND EXISTS (
         SELECT 1 FROM unnest(a.which) AS w(no) WHERE a.outcomes[no] IN ('no_answer', 'failed'))`,
      [id],
    );
    if (!rowCount) {
      throw new AppError("nothing_to_look_up", "Every contact of this run has its answer.");
    }
    await tx.query(
      "DELETE FROM cell_lines WHERE run_id = $1 AND outcome IN ('no_answer', 'failed')",
      [id],
    );
    await tx.query(
      `UPDATE runs SET status = 'queued', status_reason = NULL, finished_at = NULL, round = $2,
         retries = retries + 1
       WHERE id = $1`,
      [id, run.round + 1],
    );
    await tryAnew(tx, run.accountId, "rcs");
    await enqueueRun(tx, id, run.round + 1);
    const event = { accountId: run.accountId, subject: id, label: run.name };
    await recordEvent(user, { ...event, action: "run_retried", facts: { contacts } }, tx);
  });
  return getRun(user, id);
}

async function countUnanswered(tx: PoolClient, runId: string): Promise<number> {
  const { rows } = await tx.query<{ contacts: number }>(
    `SELECT coalesce(sum(contacts), 0)::int AS contacts FROM breakdowns
     WHERE run_id = $1 AND outcome IN ('no_answer', 'failed')`,
    [runId],
  );
  return rows[0]?.contacts ?? 0;
}
