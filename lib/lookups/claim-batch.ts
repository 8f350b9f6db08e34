import type { PoolClient } from "pg";
import { transaction } from "@/lib/db/pool";
import { type BulkPath, bulkOperation } from "@/lib/kaleyra/operations";
import { returnProbe } from "./breaker";
import { closeInterrupted, dropCall, openCall } from "./ledger";
import { MIN_BULK } from "./plan";
import { splitBatch } from "./split-batch";
import { closeBatches, countsProbes, takeForProbe, takeFree, takeHeld } from "./take-batch";
import { type AccountAtGate, takeTurn, turnColumns } from "./turn";
import { IS_GOING, type Work } from "./work";

/** A lane of a run: one durable workflow, which makes one call at a time. */
export interface Lane {
  runId: string;
  round: number;
  /** Unique for the lane; a batch that it holds bears it. */
  id: string;
}

/** A batch that is about to be asked, with its open row in the ledger. */
export interface ClaimedBatch {
  no: number;
  kind: "bulk" | "single";
  /** What the call asks: all that is pending of the batch; of a probe, any one contact of it. */
  contacts: { line: number; e164: string }[];
  callId: string;
  /** This attempt's number, from 1. Of probes only those of a single number count. */
  attempt: number;
  /** Whether this call took one of the batch's attempts, which it gives back if it is turned away. */
  isCounted: boolean;
  /** The lane held it before this attempt. */
  isHeld: boolean;
  /** The breaker is open: this call finds out whether Kaleyra answers again. */
  isProbe: boolean;
  path: BulkPath;
}

export type Claim =
  /** The run no longer goes, or goes in another round. */
  | { kind: "stop" }
  | { kind: "empty" }
  | { kind: "wait"; ms: number }
  /** Something was put in order; claim again. */
  | { kind: "again" }
  | { kind: "batch"; account: { id: string; callsPerSecond: number }; batch: ClaimedBatch };

/** The run that a lane works on. */
export const workOf = ({ runId, round }: Lane): Work => ({ table: "runs", id: runId, round });

/**
 * Takes the next batch for a lane and writes the attempt into the ledger. When `resuming`, one that
 * the lane holds already comes first (its last attempt failed, or its process died).
 */
export function claimBatch(lane: Lane, { resuming }: { resuming: boolean }): Promise<Claim> {
  return transaction(async (tx) => {
    const account = await accountOfGoingRun(tx, lane);
    if (!account) return { kind: "stop" };
    const turn = await takeTurn(tx, workOf(lane), account, "rcs");
    if (turn.kind !== "call") return turn;
    const { isProbe } = turn;
    if (resuming) await closeInterrupted(tx, lane.id, lane.runId);
    const held = resuming && !isProbe ? await takeHeld(tx, lane) : undefined;
    const taken = held ?? (isProbe ? await takeForProbe(tx, lane) : await takeFree(tx, lane));
    const pending = taken?.pending ?? [];
    if (isProbe && pending.length === 0) await returnProbe(tx, account.id, "rcs");
    if (!taken) return { kind: "empty" };
    if (pending.length === 0) {
      await closeBatches(tx, lane.runId, [taken.no]);
      return { kind: "again" };
    }
    if (taken.kind === "bulk" && pending.length < MIN_BULK && !isProbe) {
      const lines = pending.map((contact) => contact.line);
      await splitBatch(tx, lane.runId, taken.no, lines);
      return { kind: "again" };
    }
    const kind = isProbe ? "single" : taken.kind;
    const contacts = isProbe ? anyOne(pending) : pending;
    const path = account.bulkPath;
    const callId = await openCall(tx, {
      accountId: account.id,
      runId: lane.runId,
      batchNo: taken.no,
      lane: lane.id,
      operation: kind === "bulk" ? bulkOperation(path) : "single_lookup",
      numbers: contacts.length,
    });
    const { no, attempts: attempt } = taken;
    const isHeld = held !== undefined;
    const isCounted = !isProbe || countsProbes(taken);
    const batch = { no, kind, contacts, callId, attempt, isCounted, isHeld, isProbe, path };
    return { kind: "batch", account, batch };
  });
}

interface AccountRow extends AccountAtGate {
  bulkPath: BulkPath;
}

/** Not always the same: Kaleyra may fail on that very number, and answer for all others. */
function anyOne<T>(pending: T[]): T[] {
  const at = Math.floor(Math.random() * pending.length);
  return pending.slice(at, at + 1);
}

async function accountOfGoingRun(tx: PoolClient, lane: Lane): Promise<AccountRow | undefined> {
  const { rows } = await tx.query<AccountRow>(
    `SELECT a.bulk_path AS "bulkPath", ${turnColumns("rcs")}
     FROM runs r JOIN accounts a ON a.id = r.account_id JOIN account_gates g ON g.account_id = a.id
     WHERE r.id = $1 AND r.round = $2 AND r.${IS_GOING}`,
    [lane.runId, lane.round],
  );
  return rows[0];
}

/** Takes back a call that was not made after all. The lane keeps the batch. */
export function withdrawCall(lane: Lane, batch: ClaimedBatch): Promise<void> {
  return transaction(async (tx) => {
    await dropCall(tx, batch.callId);
    if (batch.isCounted) await uncountAttempt(tx, lane, batch.no);
  });
}

/** Gives a batch back the attempt that its last call has taken, which did not reach its numbers. */
export async function uncountAttempt(tx: PoolClient, { runId }: Lane, no: number): Promise<void> {
  await tx.query("UPDATE batches SET attempts = attempts - 1 WHERE run_id = $1 AND no = $2", [
    runId,
    no,
  ]);
}

/** Gives back what a lane holds, for another round to take. */
export async function releaseBatches(tx: PoolClient, lane: Lane): Promise<void> {
  await closeInterrupted(tx, lane.id, lane.runId);
  await tx.query(
    `UPDATE batches SET state = 'pending', lane = NULL
     WHERE run_id = $1 AND state = 'in_flight' AND lane = $2`,
    [lane.runId, lane.id],
  );
}
