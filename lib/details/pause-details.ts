import type { DetailPassView } from "@/lib/api/details";
import { isLive } from "@/lib/api/run-status";
import type { SessionUser } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { getLatestPass } from "./get-details";
import { withExistingPass } from "./lock-pass";

/**
 * Lets a pass make no new calls; those in flight are finished and stored.
 *
 * @throws AppError `run_state` for a pass that is not going
 */
export async function pauseDetails(user: SessionUser, runId: string): Promise<DetailPassView> {
  await withExistingPass(user, runId, async ({ id, status }, tx) => {
    if (status === "paused") return;
    if (!isLive(status)) {
      throw new AppError("run_state", "Only a lookup of details that is going can be paused.");
    }
    await tx.query(
      `UPDATE detail_passes SET status = 'paused', status_reason = 'user' WHERE id = $1`,
      [id],
    );
  });
  return getLatestPass(user, runId);
}
