import type { ClientBase } from "pg";
import { type Failure, failurePolicy } from "@/lib/kaleyra/failures";
import type { Operation } from "@/lib/kaleyra/operations";

type Db = Pick<ClientBase, "query">;

interface Attempt {
  accountId: string;
  operation: Operation;
  /** How many numbers are asked. */
  numbers: number;
  runId?: string;
  batchNo?: number;
  lane?: string;
}

/**
 * Writes an attempt into the ledger before it is made: if the process dies, what stays is an
 * attempt without a result, which counts as possibly billed.
 *
 * @returns the id of the attempt
 */
export async function openCall(db: Db, attempt: Attempt): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `INSERT INTO lookup_calls (account_id, run_id, batch_no, lane, operation, numbers)
     VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
    [
      attempt.accountId,
      attempt.runId ?? null,
      attempt.batchNo ?? null,
      attempt.lane ?? null,
      attempt.operation,
      attempt.numbers,
    ],
  );
  return String(rows[0]?.id);
}

/** Completes an attempt that was answered; `billed` numbers were looked up. */
export async function closeCall(db: Db, id: string, httpStatus: number, billed: number) {
  await db.query(
    `UPDATE lookup_calls SET finished_at = clock_timestamp(), result = 'ok', http_status = $2,
       billed = $3, billing = $4::"Billing"
     WHERE id = $1`,
    [id, httpStatus, billed, billed > 0 ? "billed" : "free"],
  );
}

/** Completes an attempt that failed, with what it may have cost. */
export async function failCall(db: Db, id: string, failure: Failure) {
  await db.query(
    `UPDATE lookup_calls SET finished_at = clock_timestamp(), result = $2, http_status = $3,
       error_code = $4, billing = $5::"Billing"
     WHERE id = $1`,
    [
      id,
      failure.kind,
      failure.httpStatus ?? null,
      failure.errorCode ?? null,
      failurePolicy(failure.kind).billing,
    ],
  );
}
