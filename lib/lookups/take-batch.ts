import type { ClientBase, PoolClient } from "pg";
import { type BulkPath, bulkOperation } from "@/lib/kaleyra/operations";
import { STRIPE_LINES, stripeSql, whichSql } from "@/lib/segments/stripes";
import { NOTHING_KNOWN } from "./answer-stripes";
import { MAX_ATTEMPTS, MAX_PROBES } from "./backoff";
import type { Lane } from "./claim-batch";
import { MAX_HOLD_MS, type Moment, momentOf, reserveSql } from "./gate";
import { MIN_BULK } from "./plan";
import { type AccountAtGate, IS_GRANTED, turnColumns } from "./turn";
import { IS_GOING } from "./work";

/** A contact that is to be asked about. */
export interface PendingContact {
  line: number;
  e164: string;
  country: string;
}

/** A batch as it was taken, this attempt counted. */
interface BatchRow {
  no: number;
  kind: "bulk" | "single";
  attempts: number;
}

export interface TakenBatch extends BatchRow {
  /** The contacts of the batch that have no outcome yet, by line. */
  pending: PendingContact[];
}

/** What came of taking a batch. */
export interface Taking {
  /** The account of the run; undefined: the run no longer goes, or goes in another round. */
  account?: AccountRow;
  batch?: TakenBatch;
  /** The call that asks the batch; none was opened for one to be put in order. */
  call?: {
    /** Its row in the ledger. */
    id: string;
    /** When to make it; null: no moment is soon. */
    moment: Moment | null;
  };
}

export interface AccountRow extends AccountAtGate {
  bulkPath: BulkPath;
}

type Db = Pick<ClientBase, "query">;

/**
 * SQL: a batch that is held has had all attempts that there are, and none that failed for good: its
 * process died each time, or its answer could not be stored. Each of them may have been paid for.
 */
export const IS_SPENT = `(attempts >= CASE kind WHEN 'bulk' THEN ${MAX_ATTEMPTS} ELSE ${MAX_PROBES} END)`;

/** Takes again what a lane holds: its last attempt failed, or its process died. */
export const takeHeld = (db: Db, lane: Lane): Promise<Taking> =>
  take(
    db,
    lane,
    "take-held",
    `UPDATE batches SET attempts = attempts + 1
     WHERE EXISTS (SELECT 1 FROM granted) AND run_id = $1 AND no = (
       SELECT no FROM batches
       WHERE run_id = $1 AND state = 'in_flight' AND lane = $2 AND NOT ${IS_SPENT}
       ORDER BY no LIMIT 1)`,
  );

/** Takes the next batch that nobody has taken. */
export const takeFree = (db: Db, lane: Lane): Promise<Taking> =>
  take(
    db,
    lane,
    "take-free",
    `UPDATE batches SET state = 'in_flight', lane = $2, attempts = attempts + 1
     WHERE EXISTS (SELECT 1 FROM granted) AND run_id = $1 AND no = (
       SELECT no FROM batches WHERE run_id = $1 AND state = 'pending' AND lane IS NULL
       ORDER BY no LIMIT 1 FOR UPDATE SKIP LOCKED)`,
  );

/**
 * Picks a batch of which a probe asks one number. Rather one that nobody has taken: what the lane
 * holds may itself be what Kaleyra fails on. It stays pending, but is the lane's until the probe is
 * over, or another call might ask the same number at the same time. A single number counts its
 * probes, see `MAX_PROBES`; those that were tried least come first.
 */
export async function takeForProbe(db: Db, lane: Lane): Promise<TakenBatch | undefined> {
  const { batch } = await take(
    db,
    lane,
    "take-for-probe",
    `UPDATE batches SET lane = $2, attempts = attempts + (kind = 'single')::int
     WHERE EXISTS (SELECT 1 FROM account) AND run_id = $1 AND no = (
       SELECT no FROM batches
       WHERE run_id = $1 AND (
         (state = 'pending' AND lane IS NULL) OR (state = 'in_flight' AND lane = $2))
       ORDER BY state = 'in_flight', kind = 'single', attempts, random()
       LIMIT 1 FOR UPDATE SKIP LOCKED)`,
  );
  return batch;
}

/** Lets others take what a lane has probed. */
export async function releaseProbed(db: Db, { runId, id }: Lane): Promise<void> {
  await db.query(
    "UPDATE batches SET lane = NULL WHERE run_id = $1 AND state = 'pending' AND lane = $2",
    [runId, id],
  );
}

/** SQL: the operation that asks a batch, by the path that the account takes. */
const OPERATION = `CASE WHEN t.kind = 'single' THEN 'single_lookup'
  WHEN granted."bulkPath" = 'bulk' THEN '${bulkOperation("bulk")}'
  ELSE '${bulkOperation("legacy")}' END`;

interface Row extends AccountRow, Omit<BatchRow, "no"> {
  no: number | null;
  lines: string | null;
  numbers: string | null;
  countries: string | null;
  callId: string | null;
  queuedMs: number | null;
  waitMs: number | null;
}

/**
 * Takes a batch by a statement that updates it, reads what it has left to ask, opens the call that
 * will ask it and reserves its moment: one trip to the database, and three texts in the place of
 * five hundred rows. The batch is read stripe by stripe, or what is known would be looked for once
 * for each contact. It is what a lane waits for between two calls. No call is opened unless the
 * account's turn is granted without more ado, nor for a batch that has too little left.
 *
 * @param name of the prepared statement: PostgreSQL would plan it for nearly as long as it runs
 */
async function take(db: Db, lane: Lane, name: string, update: string): Promise<Taking> {
  const asked = performance.now();
  const { rows } = await db.query<Row>({
    name,
    text: `WITH account AS (
       SELECT a.bulk_path AS "bulkPath", ${turnColumns("rcs")}
       FROM runs r JOIN accounts a ON a.id = r.account_id
         JOIN account_gates g ON g.account_id = a.id
       WHERE r.id = $1 AND r.round = $3 AND r.${IS_GOING}
     ), granted AS (
       SELECT * FROM account WHERE ${IS_GRANTED}
     ), taken AS (
       ${update} RETURNING *
     ), t AS (
       SELECT taken.no, taken.kind, taken.attempts, pending.* FROM taken, LATERAL (
         SELECT string_agg(line::text, ' ' ORDER BY line) AS lines,
           string_agg(e164, ' ' ORDER BY line) AS numbers,
           string_agg(country, ' ' ORDER BY line) AS countries, count(*)::int AS left_to_ask
         FROM answers a CROSS JOIN LATERAL (
           SELECT line, e164, country FROM contacts c
           WHERE c.run_id = $1 AND c.line BETWEEN greatest(taken.first_line, a.stripe * ${STRIPE_LINES})
             AND least(taken.last_line, a.stripe * ${STRIPE_LINES} + ${STRIPE_LINES - 1})
           OFFSET 0
         ) c
         WHERE a.run_id = $1
           AND a.stripe BETWEEN ${stripeSql("taken.first_line")} AND ${stripeSql("taken.last_line")}
           AND a.${whichSql("line")} = ${NOTHING_KNOWN}
           AND (taken.country IS NULL OR country = taken.country)
       ) pending
     ), opened AS (
       INSERT INTO lookup_calls (account_id, run_id, batch_no, lane, operation, numbers, billing)
       SELECT granted.id, $1, t.no, $2, ${OPERATION}, t.left_to_ask, 'ambiguous'::"Billing"
       FROM t, granted WHERE t.left_to_ask >= CASE t.kind WHEN 'bulk' THEN ${MIN_BULK} ELSE 1 END
       RETURNING lookup_calls.id
     ), calling AS (
       SELECT granted.* FROM granted, opened
     ), reserved AS (
       ${reserveSql("calling", String(MAX_HOLD_MS / 1000))}
     )
     SELECT account.*, t.no, t.kind, t.attempts, t.lines, t.numbers, t.countries,
       (SELECT id::text FROM opened) AS "callId", reserved.*
     FROM account LEFT JOIN t ON true LEFT JOIN reserved ON true`,
    values: [lane.runId, lane.id, lane.round],
  });
  const [row] = rows;
  if (!row) return {};
  const { no, kind, attempts, lines, numbers, countries, callId, queuedMs, waitMs, ...account } =
    row;
  if (no === null) return { account };
  const e164s = numbers?.split(" ") ?? [];
  const ofCountries = countries?.split(" ") ?? [];
  const pending = (lines?.split(" ") ?? []).map((line, at) => ({
    line: Number(line),
    e164: e164s[at] ?? "",
    country: ofCountries[at] ?? "",
  }));
  const batch = { no, kind, attempts, pending };
  if (callId === null) return { account, batch };
  const isReserved = queuedMs !== null && waitMs !== null;
  const moment = isReserved ? momentOf({ queuedMs, waitMs }, asked) : null;
  return { account, batch, call: { id: callId, moment } };
}

/** Closes batches that have nothing left to ask. */
export async function closeBatches(tx: PoolClient, runId: string, nos: number[]): Promise<void> {
  await tx.query({
    name: "close-batches",
    text: closeBatchesSql("$1", "$2"),
    values: [runId, nos],
  });
}

/** SQL: the same, as a statement within another one. */
export const closeBatchesSql = (runId: string, nos: string) =>
  `UPDATE batches SET state = 'done', lane = NULL WHERE run_id = ${runId} AND no = ANY(${nos}::int[])`;
