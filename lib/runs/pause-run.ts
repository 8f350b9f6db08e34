import { isLive } from "@/lib/api/run-status";
import type { RunView } from "@/lib/api/runs";
import type { SessionUser } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { getRun } from "./get-run";
import { withLockedRun } from "./lock-run";

/**
 * Lets a run make no new calls; those in flight are finished and stored.
 *
 * @throws AppError `run_state` for a run that is not going
 */
export async function pauseRun(user: SessionUser, id: string): Promise<RunView> {
  await withLockedRun(user, id, async (run, tx) => {
    if (run.status === "paused") return;
    if (!isLive(run.status)) {
      throw new AppError("run_state", "Only a run that is going can be paused.");
    }
    await tx.query(`UPDATE runs SET status = 'paused', status_reason = 'user' WHERE id = $1`, [id]);
  });
  return getRun(user, id);
}
