import { isLive } from "@/lib/api/run-status";
import { auditRow } from "@/lib/audit/record-event";
import type { SessionUser } from "@/lib/auth/session";
import { prisma } from "@/lib/db/prisma";
import { isPassGoing } from "@/lib/details/is-pass-going";
import { AppError } from "@/lib/errors";
import { findRun } from "./find-run";

/**
 * Deletes a run with its contacts. The ledger of its calls stays: they may have been billed.
 *
 * @throws AppError `run_state` while it is going
 */
export async function deleteRun(user: SessionUser, id: string): Promise<void> {
  const { run } = await findRun(user, id, "analyst");
  if (isLive(run.status)) {
    throw new AppError("run_state", "This run is still going. Cancel it first, then delete it.");
  }
  if (await isPassGoing({ runId: id })) {
    throw new AppError(
      "run_state",
      "Details of this run's numbers are being looked up. Cancel that first, then delete it.",
    );
  }
  const { accountId, name: label, rows, unique: contacts } = run;
  const event = { action: "run_deleted", accountId, subject: id, label } as const;
  await prisma().$transaction([
    prisma().run.delete({ where: { id } }),
    prisma().auditEvent.create({ data: auditRow(user, { ...event, facts: { rows, contacts } }) }),
  ]);
}
