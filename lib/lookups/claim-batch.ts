import type { PoolClient } from "pg";
import { transaction } from "@/lib/db/pool";
import { type BulkPath, bulkOperation } from "@/lib/kaleyra/operations";
import { reserveCall } from "./gate";
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
  /** The lane held it before this attempt. */
  isHeld: boolean;
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
 * Takes the next batch for a lane and writes the attempt into the ledger. When `resuming`, one that
 * the lane holds already comes first (its last attempt failed, or its process died).
 */
export function claimBatch(lane: Lane, { resuming }: { resuming: boolean }): Promise<Claim> {
  return transaction(async (tx) => {
    const account = await accountOfGoingRun(tx, lane);
    if (!account) return { kind: "stop" };
    if (account.delay > MAX_HOLD_MS) return { kind: "wait", ms: account.delay };
    if (resuming) await closeInterrupted(tx, lane);
    const held = resuming ? await takeHeld(tx, lane) : undefined;
    const taken = held ?? (await takeFree(tx, lane));
    if (!taken) return { kind: "empty" };
    const { rows: contacts } = await tx.query<{ line: number; e164: string }>(
      `SELECT line, e164 FROM contacts
       WHERE run_id = $1 AND line BETWEEN $2 AND $3 AND outcome = 'pending'
         AND ($4::text IS NULL OR country = $4)
       ORDER BY line`,
      [lane.runId, taken.first_line, taken.last_line, taken.country],
    );
    const callId = await openCall(tx, {
      accountId: account.id,
      runId: lane.runId,
      batchNo: taken.no,
      lane: lane.id,
      operation: taken.kind === "bulk" ? bulkOperation(account.bulkPath) : "single_lookup",
      numbers: contacts.length,
    });
    const startsInMs = await reserveCall(tx, account);
    const { no, kind, attempts: attempt } = taken;
    const path = account.bulkPath;
    const isHeld = held !== undefined;
    const batch = { no, kind, contacts, callId, attempt, isHeld, path, startsInMs };
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

interface AccountRow {
  id: string;
  callsPerSecond: number;
  bulkPath: BulkPath;
  /** Milliseconds until the account's next call could be made. */
  delay: number;
}

async function accountOfGoingRun(tx: PoolClient, lane: Lane): Promise<AccountRow | undefined> {
  const { rows } = await tx.query<AccountRow>(
    `SELECT a.id, a.calls_per_second AS "callsPerSecond", a.bulk_path AS "bulkPath",
       ceil(extract(epoch FROM g.next_at - clock_timestamp()) * 1000)::int AS delay
     FROM runs r JOIN accounts a ON a.id = r.account_id JOIN account_gates g ON g.account_id = a.id
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
     WHERE run_id = $1 AND no = (
       SELECT no FROM batches WHERE run_id = $1 AND state = 'in_flight' AND lane = $2
       ORDER BY no LIMIT 1)
     RETURNING *`,
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
export async function releaseBatches(tx: PoolClient, lane: Lane): Promise<void> {
  await closeInterrupted(tx, lane);
  await tx.query(
    `UPDATE batches SET state = 'pending', lane = NULL
     WHERE run_id = $1 AND state = 'in_flight' AND lane = $2`,
    [lane.runId, lane.id],
  );
}
