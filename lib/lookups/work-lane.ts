import { openConnection } from "@/lib/accounts/open-connection";
import { transaction } from "@/lib/db/pool";
import type { Connection } from "@/lib/kaleyra/connection";
import type { Failed } from "@/lib/kaleyra/failures";
import { lookupBulk } from "@/lib/kaleyra/lookup-bulk";
import { lookupSingle } from "@/lib/kaleyra/lookup-single";
import { bulkOperation } from "@/lib/kaleyra/operations";
import { withLogScope } from "@/lib/logging/log-scope";
import { kaleyraRetries } from "@/lib/metrics/call-metrics";
import { awaitMomentOr } from "./await-moment";
import {
  type ClaimedBatch,
  claimBatch,
  type Lane,
  releaseBatches,
  withdrawCall,
  workOf,
} from "./claim-batch";
import { isDraining } from "./drain";
import { type BatchAnswer, billedOf, storeAnswer } from "./finish-batch";
import { measureCall } from "./measure-call";
import { orWithdraw } from "./or-withdraw";
import { settleFailure } from "./settle-failure";
import { isStillGranted } from "./turn";

/** What a lane does next. */
export type LaneStep = { next: "batch" } | { next: "wait"; ms: number } | { next: "end" };

/** How long one durable step works before its lane takes note of it, in milliseconds. */
export const STRETCH_MS = 30_000;

/**
 * One step of a lane: for a stretch of time it takes one batch after the other, calls, and stores
 * what came of it. The storing of an answer runs beside the next call, so that the place that the
 * account allows for calls is not left empty. All state is in the database: a step that is cut off
 * is made again, begins with what its lane holds, and harms nothing.
 */
export async function workLane(lane: Lane): Promise<LaneStep> {
  const until = performance.now() + STRETCH_MS;
  let connection: Connection | undefined;
  let storing = Promise.resolve();
  // What the lane holds at first was left by a failed attempt, or by a process that died.
  let resuming = true;
  try {
    while (performance.now() < until && !isDraining()) {
      if (resuming) await storing;
      const claim = await claimBatch(lane, { resuming, storing });
      if (claim.kind === "again") continue;
      if (claim.kind !== "batch") {
        await storing;
        // Only now: a batch whose answer is being stored must not be asked by anyone else.
        if (claim.kind === "stop") await transaction((tx) => releaseBatches(tx, lane));
        return claim.kind === "wait" ? { next: "wait", ms: claim.ms } : { next: "end" };
      }
      const { account, batch, moment } = claim;
      // After a probe the lane still holds the batch, and asks the rest of it next.
      resuming = batch.isHeld || batch.isProbe;
      const withdraw = () => withdrawCall(lane, account.id, batch);
      connection ??= await orWithdraw(withdraw, openConnection(account.id));
      const isGranted = () => isStillGranted(workOf(lane), account.id, "rcs", batch.isProbe);
      const awaited = { isStillGranted: isGranted, first: moment };
      if (!(await awaitMomentOr(withdraw, account, awaited))) {
        resuming = true;
        continue;
      }
      const answer = await ask(connection, batch);
      const stored = await Promise.allSettled([storing]);
      let step: LaneStep = { next: "batch" };
      if (answer.ok) {
        storing = storeAnswer(lane, account.id, batch, answer);
        // Awaited before the next answer is stored; until then a failure of it is not "unhandled".
        storing.catch(() => {});
      } else {
        step = await settleFailure(lane, account.id, batch, answer.failure);
      }
      // Only now: what has been paid for since is kept, whatever became of the answer before.
      if (stored[0].status === "rejected") throw stored[0].reason;
      if (step.next !== "batch") return step;
    }
    await storing;
    return { next: "batch" };
  } finally {
    // However the step ends: a batch whose answer is being stored must not be taken for one that
    // was never answered, or the next attempt of this step asks, and pays, again.
    await storing.catch(() => {});
  }
}

async function ask(
  connection: Connection,
  batch: ClaimedBatch,
): Promise<({ ok: true } & BatchAnswer) | Failed> {
  const numbers = batch.contacts.map(({ e164 }) => e164);
  const operation = batch.kind === "bulk" ? bulkOperation(batch.path) : "single_lookup";
  if (batch.attempt > 1 && !batch.isProbe) kaleyraRetries().inc({ operation });
  const make = async (): Promise<({ ok: true } & BatchAnswer) | Failed> => {
    if (batch.kind === "bulk") return lookupBulk(connection, numbers, { path: batch.path });
    const answer = await lookupSingle(connection, numbers[0] ?? "");
    return answer.ok ? { ...answer, verdicts: [answer.verdict] } : answer;
  };
  return withLogScope({ batch: batch.no }, () =>
    measureCall({ operation, numbers: numbers.length, make, billed: billedOf }),
  );
}
