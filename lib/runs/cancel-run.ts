import type { RunView } from "@/lib/api/runs";
import type { SessionUser } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { getRun } from "./get-run";
import { withLockedRun } from "./lock-run";

/**
 * Ends a run before it is through. What is known stays, the rest stays "not checked".
 *
 * @throws AppError `run_state` for a run that has ended, or was never started
 */
export async function cancelRun(user: SessionUser, id: string): Promise<RunView> {
  await withLockedRun(user, id, async (run, tx) => {
    if (run.status === "cancelled") return;
    if (!["queued", "running", "paused"].includes(run.status)) {
      throw new AppError(
        "run_state",
        "Only a run that was started and has not ended can be cancelled.",
      );
    }
    await tx.query(`UPDATE runs SET status = 'cancelled', finished_at = now() WHERE id = $1`, [id]);
  });
  return getRun(user, id);
}
