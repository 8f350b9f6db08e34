import { sumOfRows } from "@/lib/api/row-counts";
import type { RunView } from "@/lib/api/runs";
import type { SessionUser } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { enqueueRun } from "@/lib/lookups/queue";
import { tryAnew } from "@/lib/lookups/try-anew";
import { getRun } from "./get-run";
import { type LockedRun, withLockedRun } from "./lock-run";
import { recordStart } from "./record-start";

/**
 * Starts a run whose upload is complete. Starting one that was started already changes nothing.
 *
 * @throws AppError `upload_incomplete` when the rows do not add up, `nothing_to_look_up`
 */
export async function startRun(user: SessionUser, id: string): Promise<RunView> {
  await withLockedRun(user, id, async (run, tx) => {
    if (run.status !== "draft") return;
    checkComplete(run);
    await tx.query(
      `UPDATE runs SET status = 'queued', round = $2, started_at = now(),
         price_per_lookup = a.price_per_lookup, currency = a.currency
       FROM accounts a WHERE runs.id = $1 AND a.id = runs.account_id`,
      [id, run.round + 1],
    );
    await tryAnew(tx, run.accountId, "rcs");
    await enqueueRun(tx, id, run.round + 1);
    await recordStart(user, id, run, tx);
  });
  return getRun(user, id);
}

function checkComplete({ rows, ...counts }: LockedRun): void {
  const arrived = sumOfRows(counts);
  if (arrived !== rows) {
    throw new AppError(
      "upload_incomplete",
      `The file has ${rows} rows, but ${arrived} have arrived. Upload the rest, then start.`,
    );
  }
  if (counts.unique === 0) {
    throw new AppError("nothing_to_look_up", "There is no usable number in this audience.");
  }
}
