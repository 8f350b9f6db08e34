import type { RunView } from "@/lib/api/runs";
import type { SessionUser } from "@/lib/auth/session";
import type { Run } from "@/lib/db/generated/client";
import { roundMoney } from "@/lib/money";
import { purgesAt } from "@/lib/retention/purges-at";
import { callPlan } from "./call-plan";
import { countOutcomes } from "./count-outcomes";
import { findRun } from "./find-run";
import { mainFailure } from "./main-failure";
import { runLedger } from "./run-ledger";
import { runListItem } from "./run-list-item";
import { runWaiting } from "./run-waiting";
import { statusReason } from "./status-reason";

/** A run with its counts, progress and cost. */
export async function getRun(user: SessionUser, id: string): Promise<RunView> {
  const { run, role } = await findRun(user, id, "viewer");
  const [{ outcomes, failure }, { perSecond, ...ledger }, plan, waiting, purged] =
    await Promise.all([
      countAndExplain(run),
      runLedger(run.id),
      callPlan(run),
      run.status === "running" ? runWaiting(run.accountId) : null,
      purgesAt(run.id),
    ]);
  const price = run.pricePerLookup.toNumber();
  const done = run.unique - outcomes.pending;
  const rate = run.status === "running" ? perSecond : null;
  return {
    ...runListItem(run, outcomes),
    role,
    createdBy: run.createdBy?.name ?? null,
    purgesAt: purged?.toISOString() ?? null,
    defaultCountry: run.defaultCountry,
    keptColumns: run.keptColumns,
    reason: statusReason(run.statusReason),
    mainFailure: failure,
    plan,
    ledger,
    waiting,
    cost: {
      pricePerLookup: price,
      currency: run.currency,
      estimated: roundMoney(run.unique * price),
      soFar: roundMoney((ledger.billed + ledger.ambiguous) * price),
    },
    progress: {
      done,
      total: run.unique,
      perSecond: rate,
      secondsLeft: rate ? outcomes.pending / rate : null,
    },
  };
}

/** The counts of a run, and of one that is done why most of the failed ones failed. */
async function countAndExplain(run: Run) {
  const outcomes = (await countOutcomes([run])).get(run.id);
  if (!outcomes) throw new Error("a run without counts");
  const isExplained = run.status === "done" && outcomes.failed > 0;
  return { outcomes, failure: isExplained ? await mainFailure(run.id) : null };
}
