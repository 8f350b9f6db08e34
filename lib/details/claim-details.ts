import type { PoolClient } from "pg";
import { transaction } from "@/lib/db/pool";
import type { Operation } from "@/lib/kaleyra/operations";
import { returnProbe } from "@/lib/lookups/breaker";
import { closeInterrupted, openCall } from "@/lib/lookups/ledger";
import { type AccountAtGate, takeTurn, turnColumns } from "@/lib/lookups/turn";
import { IS_GOING } from "@/lib/lookups/work";
import { type DetailsLane, workOf } from "./details-lane";
import { giveBackPoll, type PollRow, takePoll } from "./take-poll";
import { takeHeld, takeWanted, type WantedRow } from "./take-wanted";

interface ClaimedCall {
  accountId: string;
  callsPerSecond: number;
  runId: string;
  callId: string;
  /** The breaker is open: this call finds out whether Kaleyra answers again. */
  isProbe: boolean;
}
/** Numbers about to be asked for; the lane holds them until they are settled. */
export interface RequestCall extends ClaimedCall {
  kind: "request";
  numbers: WantedRow[];
}
/** A lookup id whose details are about to be fetched. */
export interface PollCall extends ClaimedCall {
  kind: "poll";
  number: PollRow;
}

export type DetailsClaim =
  /** The pass no longer goes, or goes in another round. */
  { kind: "stop" } | { kind: "empty" } | { kind: "wait"; ms: number } | RequestCall | PollCall;

/**
 * Takes a lane's next call and writes the attempt into the ledger. Details that are due come before
 * requests: little is then asked for and not fetched, whenever a pass is stopped, and a probe is free
 * if it can be. Next come numbers that the lane holds already, since its last attempt failed.
 *
 * @param resuming whether an earlier process may have died while the lane made a call
 */
export function claimDetails(
  lane: DetailsLane,
  { resuming }: { resuming: boolean },
): Promise<DetailsClaim> {
  return transaction(async (tx) => {
    const account = await accountOfGoingPass(tx, lane);
    if (!account) return { kind: "stop" };
    const turn = await takeTurn(tx, workOf(lane), account, "api");
    if (turn.kind !== "call") return turn;
    const { isProbe } = turn;
    if (resuming) {
      await closeInterrupted(tx, lane.id, account.runId);
      await giveBackPoll(tx, lane);
    }
    const open = async (operation: Operation, numbers: number): Promise<ClaimedCall> => ({
      accountId: account.id,
      callsPerSecond: account.callsPerSecond,
      runId: account.runId,
      callId: await openCall(tx, {
        accountId: account.id,
        runId: account.runId,
        passId: lane.passId,
        lane: lane.id,
        operation,
        numbers,
      }),
      isProbe,
    });
    const poll = await takePoll(tx, lane, isProbe);
    if (poll) return { kind: "poll", number: poll, ...(await open("number_lookup_details", 1)) };
    const held = await takeHeld(tx, lane, isProbe);
    const numbers = held.length > 0 ? held : await takeWanted(tx, lane, isProbe);
    if (numbers.length === 0) {
      if (isProbe) await returnProbe(tx, account.id, "api");
      return { kind: "empty" };
    }
    return { kind: "request", numbers, ...(await open("number_lookup", numbers.length)) };
  });
}

async function accountOfGoingPass(
  tx: PoolClient,
  { passId, round }: DetailsLane,
): Promise<(AccountAtGate & { runId: string }) | undefined> {
  const { rows } = await tx.query<AccountAtGate & { runId: string }>(
    `SELECT r.id AS "runId", ${turnColumns("api")}
     FROM detail_passes p JOIN runs r ON r.id = p.run_id JOIN accounts a ON a.id = r.account_id
       JOIN account_gates g ON g.account_id = a.id
     WHERE p.id = $1 AND p.round = $2 AND p.${IS_GOING}`,
    [passId, round],
  );
  return rows[0];
}
