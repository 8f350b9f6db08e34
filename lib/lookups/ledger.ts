import type { ClientBase } from "pg";
import { type Failure, failurePolicy } from "@/lib/kaleyra/failures";
import { FREE_OPERATION, type Operation } from "@/lib/kaleyra/operations";
import { ownWords } from "@/lib/kaleyra/own-words";
import type { AnswerNotes } from "@/lib/kaleyra/verdict";

type Db = Pick<ClientBase, "query">;

interface Attempt {
  accountId: string;
  operation: Operation;
  /** How many numbers are asked. */
  numbers: number;
  runId?: string;
  batchNo?: number;
  lane?: string;
  /** Of a pass over number details. */
  passId?: string;
}

/**
 * Writes an attempt into the ledger before it is made: if the process dies, what stays is an
 * attempt without a result, which counts as possibly billed unless the operation is free.
 *
 * @returns the id of the attempt
 */
export async function openCall(db: Db, attempt: Attempt): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `INSERT INTO lookup_calls (account_id, run_id, batch_no, lane, operation, numbers,
       detail_pass_id, billing)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8::"Billing") RETURNING id`,
    [
      attempt.accountId,
      attempt.runId ?? null,
      attempt.batchNo ?? null,
      attempt.lane ?? null,
      attempt.operation,
      attempt.numbers,
      attempt.passId ?? null,
      attempt.operation === FREE_OPERATION ? "free" : "ambiguous",
    ],
  );
  return String(rows[0]?.id);
}

/** What is known of an attempt that was answered. */
interface Answered {
  httpStatus: number;
  /** How many numbers were looked up. */
  billed: number;
  /** What was odd about the answer. */
  notes?: Partial<AnswerNotes>;
}

/** An attempt that was answered. */
export type AnsweredCall = Answered & { id: string };

/** Completes an attempt that was answered. */
export async function closeCall(db: Db, id: string, answered: Answered): Promise<void> {
  const values: unknown[] = [];
  const text = closeCallsSql([{ id, ...answered }], values);
  await db.query({ name: "close-call", text, values });
}

/**
 * SQL: completes attempts that were answered. Of their notes only what was odd is kept.
 *
 * @param values to which the parameters are added
 */
export function closeCallsSql(calls: AnsweredCall[], values: unknown[]): string {
  const column = (read: (call: AnsweredCall) => unknown) => `$${values.push(calls.map(read))}`;
  return `UPDATE lookup_calls SET finished_at = clock_timestamp(), result = 'ok',
      http_status = g.http_status, billed = g.billed, notes = g.notes::jsonb,
      billing = (CASE WHEN g.billed > 0 THEN 'billed' ELSE 'free' END)::"Billing"
    FROM unnest(${column(({ id }) => id)}::bigint[], ${column(({ httpStatus }) => httpStatus)}::int[],
      ${column(({ billed }) => billed)}::int[], ${column(({ notes }) => oddOf(notes))}::text[])
      AS g(id, http_status, billed, notes)
    WHERE lookup_calls.id = g.id`;
}

function oddOf(notes: Partial<AnswerNotes> = {}): string | null {
  const odd = Object.entries(notes).filter(([, value]) => Boolean(value));
  return odd.length > 0 ? JSON.stringify(Object.fromEntries(odd)) : null;
}

/** SQL: a call of the run `$1` was answered. */
export const WAS_SERVED =
  "EXISTS (SELECT 1 FROM lookup_calls served WHERE served.run_id = $1 AND served.result = 'ok')";

/** Takes an attempt out of the ledger whose request was never sent. */
export async function dropCall(db: Db, id: string): Promise<void> {
  await db.query("DELETE FROM lookup_calls WHERE id = $1 AND result IS NULL", [id]);
}

/** Completes an attempt that failed, with what it may have cost; a free operation costs nothing. */
export async function failCall(db: Db, id: string, failure: Failure) {
  await db.query(
    `UPDATE lookup_calls SET finished_at = clock_timestamp(), result = $2, http_status = $3,
       error_code = $4, message = $7,
       billing = CASE WHEN operation = $6 THEN 'free' ELSE $5::"Billing" END
     WHERE id = $1`,
    [
      id,
      failure.kind,
      failure.httpStatus ?? null,
      failure.errorCode ?? null,
      failurePolicy(failure.kind).billing,
      FREE_OPERATION,
      ownWords(failure),
    ],
  );
}

/** Completes attempts that were cut off, so that they stand as interrupted: they may have been billed. */
async function interrupt(db: Db, which: string, values: string[]): Promise<void> {
  await db.query(
    `UPDATE lookup_calls SET result = 'interrupted', finished_at = clock_timestamp()
     WHERE result IS NULL AND ${which}`,
    values,
  );
}

/** An attempt of a lane without a result was cut off with its process. */
export const closeInterrupted = (db: Db, lane: string, runId: string) =>
  interrupt(db, "run_id = $1 AND lane = $2", [runId, lane]);

/** The same of a lane that has ended with an error, whatever it worked on. */
export const closeCallsOf = (db: Db, lane: string, accountId: string) =>
  interrupt(db, "account_id = $1 AND lane = $2", [accountId, lane]);

/** A call that has been open for longer than this belongs to a process that is gone. */
const ABANDONED = "2 minutes";

/** Completes attempts of a run whose processes are gone. */
export const closeAbandoned = (db: Db, runId: string) =>
  interrupt(db, `run_id = $1 AND started_at <= now() - interval '${ABANDONED}'`, [runId]);

/** SQL: the lane that holds a row (of a table or alias with `run_id` and `lane`) has a call under way. */
export const hasOpenCall = (row: string) => `EXISTS (
  SELECT 1 FROM lookup_calls open WHERE open.run_id = ${row}.run_id AND open.lane = ${row}.lane
    AND open.result IS NULL AND open.started_at > now() - interval '${ABANDONED}')`;
