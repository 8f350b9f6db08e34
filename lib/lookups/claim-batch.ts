import type { PoolClient } from "pg";
import { transaction } from "@/lib/db/pool";
import { type BulkPath, bulkOperation } from "@/lib/kaleyra/operations";
import { gateDelay, reserveCall } from "./gate";
import { openCall } from "./ledger";

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
  contacts: { line: number; e164: string }[];
  callId: string;
  /** This attempt's number, from 1. */
  attempt: number;
  path: BulkPath;
  /** Milliseconds until the account's budget allows the call. */
  startsInMs: number;
}

export type Claim =
  | { kind: "stop" }
  | { kind: "empty" }
  | { kind: "wait"; ms: number }
  | { kind: "batch"; accountId: string; batch: ClaimedBatch };

/** A batch is not held for longer than this before its call; the lane sleeps without one instead. */
const MAX_HOLD_MS = 3_000;

/**
 * Takes the next batch for a lane: the one that it holds already (its last attempt failed, or its
 * process died), else the first that nobody holds. Writes the attempt into the ledger.
 */
export function claimBatch(lane: Lane): Promise<Claim> {
  return transaction(async (tx) => {
    const account = await accountOfGoingRun(tx, lane);
    if (!account) {
      await releaseBatch(tx, lane);
      return { kind: "stop" };
    }
    const delay = await gateDelay(tx, account.id);
    if (delay > MAX_HOLD_MS) return { kind: "wait", ms: delay };
    await closeInterrupted(tx, lane);
    const held = (await takeHeld(tx, lane)) ?? (await takeFree(tx, lane));
    if (!held) return { kind: "empty" };
    const { rows: contacts } = await tx.query<{ line: number; e164: string }>(
      `SELECT line, e164 FROM contacts
       WHERE run_id = $1 AND line BETWEEN $2 AND $3 AND outcome = 'pending'
         AND ($4::text IS NULL OR country = $4)
       ORDER BY line`,
      [lane.runId, held.first_line, held.last_line, held.country],
    );
    const callId = await openCall(tx, {
      accountId: account.id,
      runId: lane.runId,
      batchNo: held.no,
      lane: lane.id,
      operation: held.kind === "bulk" ? bulkOperation(account.bulkPath) : "single_lookup",
      numbers: contacts.length,
    });
    const startsInMs = await reserveCall(tx, account);
    const { no, kind, attempts: attempt } = held;
    const batch = { no, kind, contacts, callId, attempt, path: account.bulkPath, startsInMs };
    return { kind: "batch", accountId: account.id, batch };
  });
}

interface BatchRow {
  no: number;
  kind: "bulk" | "single";
  country: string | null;
  first_line: number;
  last_line: number;
  attempts: number;
}

async function accountOfGoingRun(tx: PoolClient, lane: Lane) {
  const { rows } = await tx.query<{ id: string; callsPerSecond: number; bulkPath: BulkPath }>(
    `SELECT a.id, a.calls_per_second AS "callsPerSecond", a.bulk_path AS "bulkPath"
     FROM runs r JOIN accounts a ON a.id = r.account_id
     WHERE r.id = $1 AND r.round = $2 AND r.status IN ('queued', 'running')`,
    [lane.runId, lane.round],
  );
  return rows[0];
}

/** An attempt of this lane without a result was cut off with its process: it may have been billed. */
async function closeInterrupted(tx: PoolClient, lane: Lane): Promise<void> {
  await tx.query(
    `UPDATE lookup_calls SET result = 'interrupted', finished_at = clock_timestamp()
     WHERE run_id = $1 AND lane = $2 AND result IS NULL`,
    [lane.runId, lane.id],
  );
}

async function takeHeld(tx: PoolClient, lane: Lane): Promise<BatchRow | undefined> {
  const { rows } = await tx.query<BatchRow>(
    `UPDATE batches SET attempts = attempts + 1
     WHERE run_id = $1 AND state = 'in_flight' AND lane = $2 RETURNING *`,
    [lane.runId, lane.id],
  );
  return rows[0];
}

async function takeFree(tx: PoolClient, lane: Lane): Promise<BatchRow | undefined> {
  const { rows } = await tx.query<BatchRow>(
    `UPDATE batches SET state = 'in_flight', lane = $2, attempts = attempts + 1
     WHERE run_id = $1 AND no = (
       SELECT no FROM batches WHERE run_id = $1 AND state = 'pending'
       ORDER BY no LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING *`,
    [lane.runId, lane.id],
  );
  return rows[0];
}

/** Gives back what a lane holds, for another round to take. */
export async function releaseBatch(tx: PoolClient, lane: Lane): Promise<void> {
  await closeInterrupted(tx, lane);
  await tx.query(
    `UPDATE batches SET state = 'pending', lane = NULL
     WHERE run_id = $1 AND state = 'in_flight' AND lane = $2`,
    [lane.runId, lane.id],
  );
}
