import type { DetailPassView } from "@/lib/api/details";
import type { SessionUser } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { getLatestPass } from "./get-details";
import { withExistingPass } from "./lock-pass";

/**
 * Ends a pass before it is through. What is known stays; what was asked for but not fetched can be
 * fetched by another pass, free of charge.
 *
 * @throws AppError `run_state` for a pass that has ended
 */
export async function cancelDetails(user: SessionUser, runId: string): Promise<DetailPassView> {
  await withExistingPass(user, runId, async ({ id, status }, tx) => {
    if (status === "cancelled") return;
    if (status === "done") {
      throw new AppError("run_state", "This lookup of details is done already.");
    }
    await tx.query(
      `UPDATE detail_passes SET status = 'cancelled', finished_at = now() WHERE id = $1`,
      [id],
    );
  });
  return getLatestPass(user, runId);
}
