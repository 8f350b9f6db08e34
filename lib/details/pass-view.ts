import type { DetailPassView } from "@/lib/api/details";
import type { DetailStateName } from "@/lib/api/number-details";
import type { DetailPass } from "@/lib/db/generated/client";
import { prisma } from "@/lib/db/prisma";
import { roundMoney } from "@/lib/money";
import { runWaiting } from "@/lib/runs/run-waiting";
import { statusReason } from "@/lib/runs/status-reason";

const none: Record<DetailStateName, number> = {
  wanted: 0,
  requesting: 0,
  requested: 0,
  ready: 0,
  no_answer: 0,
  failed: 0,
};

/** A pass with its progress. */
export async function passView(
  pass: DetailPass,
  accountId: string,
  ledger: DetailPassView["ledger"],
): Promise<DetailPassView> {
  const { id, status, asked, askedBefore, currency } = pass;
  const groups = await prisma().numberDetail.groupBy({
    by: ["state"],
    where: { passId: id },
    _count: { _all: true },
  });
  const states = { ...none };
  for (const { state, _count } of groups) states[state] = _count._all;
  const open = states.wanted + states.requesting + states.requested;
  const pricePerDetail = pass.pricePerDetail.toNumber();
  const total = asked + askedBefore;
  return {
    id,
    status,
    reason: statusReason(pass.statusReason),
    waiting: status === "running" ? await runWaiting(accountId, "api") : null,
    asked,
    askedBefore,
    pricePerDetail,
    currency,
    estimated: roundMoney(asked * pricePerDetail),
    states,
    progress: { done: Math.max(0, total - open), total },
    ledger,
    createdAt: pass.createdAt.toISOString(),
    finishedAt: pass.finishedAt?.toISOString() ?? null,
  };
}
