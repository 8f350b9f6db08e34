import { recordEvent } from "@/lib/audit/record-event";
import type { SessionUser } from "@/lib/auth/session";
import { pool } from "@/lib/db/pool";
import { AppError } from "@/lib/errors";
import { closeRuns } from "@/lib/retention/close-runs";
import { deleteRows } from "@/lib/retention/delete-rows";
import { findRun } from "./find-run";

/**
 * Deletes a run with its contacts. The ledger of its calls stays: they may have been billed. A
 * million contacts take some ten seconds, so that they go bite by bite; of a deletion that was cut
 * off retention deletes the rows that are left, and the next one the run.
 *
 * @throws AppError `run_state` while it is going
 */
export async function deleteRun(user: SessionUser, id: string): Promise<void> {
  const { run } = await findRun(user, id, "analyst");
  const { accountId, name: label, rows, unique: contacts } = run;
  const event = { action: "run_deleted", accountId, subject: id, label } as const;
  const going = await closeRuns({ runId: id }, (tx) =>
    recordEvent(user, { ...event, facts: { rows, contacts } }, tx),
  );
  if (going === "lookups") {
    throw new AppError("run_state", "This run is still going. Cancel it first, then delete it.");
  }
  if (going === "details") {
    throw new AppError(
      "run_state",
      "Details of this run's numbers are being looked up. Cancel that first, then delete it.",
    );
  }
  await deleteRows(id);
  await pool().query("DELETE FROM runs WHERE id = $1", [id]);
}
