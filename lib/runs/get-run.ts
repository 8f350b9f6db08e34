import type { RunView } from "@/lib/api/runs";
import type { SessionUser } from "@/lib/auth/session";
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
  const [outcomes, { perSecond, ...ledger }] = await Promise.all([
    countOutcomes([run]).then((counts) => counts.get(run.id)),
    runLedger(run.id),
  ]);
  if (!outcomes) throw new Error("a run without counts");
  const price = run.pricePerLookup.toNumber();
  const done = run.unique - outcomes.pending;
  const rate = run.status === "running" ? perSecond : null;
  return {
    ...runListItem(run, outcomes),
    role,
    createdBy: run.createdBy?.name ?? null,
    purgesAt: (await purgesAt(run.id))?.toISOString() ?? null,
    defaultCountry: run.defaultCountry,
    keptColumns: run.keptColumns,
    reason: statusReason(run.statusReason),
    mainFailure: run.status === "done" && outcomes.failed > 0 ? await mainFailure(run.id) : null,
    plan: await callPlan(run),
    ledger,
    waiting: run.status === "running" ? await runWaiting(run.accountId) : null,
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
