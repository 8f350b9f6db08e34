import type { DetailPassView, DetailSelection, DetailsView } from "@/lib/api/details";
import type { SessionUser } from "@/lib/auth/session";
import { prisma } from "@/lib/db/prisma";
import { AppError } from "@/lib/errors";
import { roundMoney } from "@/lib/money";
import { findRun } from "@/lib/runs/find-run";
import { MAX_NUMBERS } from "./limits";
import { passLedgers } from "./pass-ledgers";
import { passView } from "./pass-view";
import { countSelection, selectedContacts } from "./selection";

/** The row of a run's latest pass, if it has one. */
export const latestPass = (runId: string) =>
  prisma().detailPass.findFirst({
    where: { runId },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
  });

/**
 * What looking up number details of a selection would ask and cost, and the state of the latest
 * pass. A search by digits would tell a viewer whether a number is there, so it is not for viewers.
 */
export async function getDetails(
  user: SessionUser,
  runId: string,
  { segment, ...filter }: DetailSelection,
): Promise<DetailsView> {
  const { run } = await findRun(user, runId, filter.q ? "analyst" : "viewer");
  const [selection, ledgers, pass] = await Promise.all([
    countSelection(selectedContacts(runId, segment, filter)),
    passLedgers(runId),
    latestPass(runId),
  ]);
  const { toAsk, toFetch } = selection;
  const pricePerDetail = run.account.pricePerDetail.toNumber();
  return {
    selection,
    cost: {
      pricePerDetail,
      currency: run.account.currency,
      estimated: roundMoney(toAsk * pricePerDetail),
    },
    calls: Math.ceil(toAsk / MAX_NUMBERS) + toAsk + toFetch,
    pass: pass && (await passView(pass, run.accountId, ledgers.byPass(pass.id))),
    total: ledgers.total,
  };
}

/** The latest pass over a run's number details. */
export async function getLatestPass(user: SessionUser, runId: string): Promise<DetailPassView> {
  const { run } = await findRun(user, runId, "viewer");
  const [ledgers, pass] = await Promise.all([passLedgers(runId), latestPass(runId)]);
  if (!pass) throw new AppError("run_state", "No number details were looked up for this run yet.");
  return passView(pass, run.accountId, ledgers.byPass(pass.id));
}
