import { isLive } from "@/lib/api/run-status";
import type { RunView } from "@/lib/api/runs";
import { recordEvent } from "@/lib/audit/record-event";
import type { SessionUser } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { enqueueRun } from "@/lib/lookups/queue";
import { tryAnew } from "@/lib/lookups/try-anew";
import { getRun } from "./get-run";
import { withLockedRun } from "./lock-run";

/**
 * Goes on with a paused or failed run where it stood. One that is going already is left alone.
 *
 * @throws AppError `run_state` for a run in another state
 */
export async function resumeRun(user: SessionUser, id: string): Promise<RunView> {
  await withLockedRun(user, id, async (run, tx) => {
    if (isLive(run.status)) return;
    if (run.status !== "paused" && run.status !== "failed") {
      throw new AppError("run_state", "Only a run that is paused or failed can be resumed.");
    }
    await tx.query(
      `UPDATE runs SET status = 'queued', status_reason = NULL, round = $2 WHERE id = $1`,
      [id, run.round + 1],
    );
    // Whoever resumes it gives what is left all of its attempts.
    await tx.query("UPDATE batches SET attempts = 0 WHERE run_id = $1 AND state = 'pending'", [id]);
    await tryAnew(tx, run.accountId, "rcs");
    await enqueueRun(tx, id, run.round + 1);
    const event = { accountId: run.accountId, subject: id, label: run.name };
    await recordEvent(user, { ...event, action: "run_resumed" }, tx);
  });
  return getRun(user, id);
}
