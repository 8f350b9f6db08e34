import type { DetailProgress } from "@/lib/api/details";
import type { SessionUser } from "@/lib/auth/session";
import { findRun } from "@/lib/runs/find-run";
import { latestPass } from "./get-details";
import { passLedgers } from "./pass-ledgers";
import { passView } from "./pass-view";

/** The latest pass and what all of a run's passes cost, cheap enough to be asked for each second. */
export async function getDetailProgress(user: SessionUser, runId: string): Promise<DetailProgress> {
  const { run } = await findRun(user, runId, "viewer");
  const [ledgers, pass] = await Promise.all([passLedgers(runId), latestPass(runId)]);
  return {
    pass: pass && (await passView(pass, run.accountId, ledgers.byPass(pass.id))),
    total: ledgers.total,
  };
}
