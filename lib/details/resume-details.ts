import type { DetailPassView } from "@/lib/api/details";
import { isLive } from "@/lib/api/run-status";
import { recordEvent } from "@/lib/audit/record-event";
import type { SessionUser } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { enqueueWork } from "@/lib/lookups/queue";
import { tryAnew } from "@/lib/lookups/try-anew";
import { getLatestPass } from "./get-details";
import { withExistingPass } from "./lock-pass";

/**
 * Goes on with a paused or failed pass where it stood: first it fetches what was asked for. One that
 * is going already is left alone.
 *
 * @throws AppError `run_state` for a pass in another state
 */
export async function resumeDetails(user: SessionUser, runId: string): Promise<DetailPassView> {
  await withExistingPass(user, runId, async ({ id, status, round }, tx, { accountId, name }) => {
    if (isLive(status)) return;
    if (status !== "paused" && status !== "failed") {
      throw new AppError("run_state", "Only a lookup of details that is paused can be resumed.");
    }
    await tx.query(
      `UPDATE detail_passes SET status = 'queued', status_reason = NULL, round = $2 WHERE id = $1`,
      [id, round + 1],
    );
    await tryAnew(tx, accountId, "api");
    await tx.query(
      `UPDATE number_details SET next_poll_at = now(), attempts = 0
       WHERE pass_id = $1 AND state = 'requested'`,
      [id],
    );
    await enqueueWork(tx, { table: "detail_passes", id, round: round + 1 });
    const event = { accountId, subject: runId, label: name };
    await recordEvent(user, { ...event, action: "details_resumed" }, tx);
  });
  return getLatestPass(user, runId);
}
