import type { PoolClient } from "pg";
import type { DuplicateChunk, InvalidChunk } from "@/lib/api/chunks";
import { arrayLiteral } from "@/lib/db/array-literal";
import { codeOf } from "@/lib/db/code-of";
import { copyIn } from "@/lib/db/copy-in";
import { AppError } from "@/lib/errors";
import type { CheckedContact } from "./check-contacts";

// Chunks of a run are stored beside each other: what several may touch is touched in one order.

type InvalidRows = InvalidChunk["rows"];
type DuplicateRows = DuplicateChunk["rows"];

/**
 * Inserts contacts, and counts them in the breakdown as not checked; those whose number the run has
 * already become duplicates.
 *
 * @returns how many became duplicates
 * @throws AppError `invalid_request` when a line was sent before
 */
export async function insertContacts(
  tx: PoolClient,
  runId: string,
  contacts: CheckedContact[],
): Promise<number> {
  // What a browser sends was deduplicated there: to look for each number first takes twice as long,
  // and is left for the chunk in which one is found.
  await tx.query("SAVEPOINT chunk");
  try {
    const rows = contacts.map((one) => [runId, ...cellsOf(one)]);
    await copyIn(tx, `contacts (run_id, ${CONTACT_COLUMNS})`, rows);
    await countPending(tx, runId, contacts);
    return 0;
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    await tx.query("ROLLBACK TO SAVEPOINT chunk");
  }
  const lines = await insertUnknown(tx, runId, contacts);
  const added: CheckedContact[] = [];
  const repeated: CheckedContact[] = [];
  for (const one of contacts) (lines.has(one.line) ? added : repeated).push(one);
  await countPending(tx, runId, added);
  return insertAsDuplicates(tx, runId, repeated);
}

const CONTACT_COLUMNS = "line, e164, country, number_type, kept";

const cellsOf = ({ line, e164, country, type, kept }: CheckedContact) =>
  [line, e164, country, type, arrayLiteral(kept)] as const;

/** Inserts the contacts whose number the run has not yet. Returns their lines. */
async function insertUnknown(
  tx: PoolClient,
  runId: string,
  contacts: CheckedContact[],
): Promise<Set<number>> {
  const cells = contacts.map(cellsOf);
  // Kept cells go as texts that hold an array each, since `unnest` would flatten an array of arrays.
  const { rows } = await tx.query<{ line: number }>(
    `INSERT INTO contacts (run_id, ${CONTACT_COLUMNS})
     SELECT $1, line, e164, country, number_type, kept::text[]
     FROM unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::text[])
       AS given(${CONTACT_COLUMNS})
     ON CONFLICT DO NOTHING RETURNING line`,
    [runId, ...[0, 1, 2, 3, 4].map((column) => cells.map((row) => row[column]))],
  );
  return new Set(rows.map(({ line }) => line));
}

/** Counts new contacts in the breakdown, as not checked. */
async function countPending(tx: PoolClient, runId: string, contacts: CheckedContact[]) {
  const counts = new Map<string, number>();
  for (const { country } of contacts) counts.set(country, (counts.get(country) ?? 0) + 1);
  await tx.query(
    `INSERT INTO breakdowns AS b (run_id, outcome, country, carrier, carrier_status, contacts)
     SELECT $1, 'pending', country, '', '', contacts
     FROM unnest($2::text[], $3::int[]) AS given(country, contacts) ORDER BY country
     ON CONFLICT (run_id, outcome, country, carrier, carrier_status)
     DO UPDATE SET contacts = b.contacts + excluded.contacts`,
    [runId, [...counts.keys()], [...counts.values()]],
  );
}

/** PostgreSQL, "Error Codes": unique_violation. */
const isUniqueViolation = (error: unknown) => codeOf(error) === "23505";

async function insertAsDuplicates(
  tx: PoolClient,
  runId: string,
  contacts: CheckedContact[],
): Promise<number> {
  const { rowCount } = await tx.query(
    `INSERT INTO duplicate_rows (run_id, line, cell, e164, kept_line)
     SELECT $1, given.line, given.e164, given.e164, c.line
     FROM unnest($2::int[], $3::text[]) AS given(line, e164)
     JOIN contacts c ON c.run_id = $1 AND c.e164 = given.e164 AND c.line <> given.line
     ON CONFLICT DO NOTHING`,
    [runId, contacts.map((one) => one.line), contacts.map((one) => one.e164)],
  );
  return expectAll(rowCount, contacts.length);
}

/** Inserts rows that are no number, and counts them by reason. Throws as `insertContacts` does. */
export async function insertInvalid(tx: PoolClient, runId: string, rows: InvalidRows) {
  if (rows.length === 0) return;
  const counted = await tx.query<{ rows: number }>(
    `WITH inserted AS (
       INSERT INTO invalid_rows (run_id, line, cell, reason)
       SELECT $1, * FROM unnest($2::int[], $3::text[], $4::text[]) ON CONFLICT DO NOTHING
       RETURNING reason
     ), counted AS (SELECT reason, count(*)::int AS rows FROM inserted GROUP BY reason), kept AS (
       INSERT INTO invalid_counts AS c (run_id, reason, rows)
       SELECT $1, reason, rows FROM counted ORDER BY reason
       ON CONFLICT (run_id, reason) DO UPDATE SET rows = c.rows + excluded.rows
     )
     SELECT coalesce(sum(rows), 0)::int AS rows FROM counted`,
    [
      runId,
      rows.map((row) => row.line),
      rows.map((row) => withoutNul(row.cell)),
      rows.map((row) => row.reason),
    ],
  );
  expectAll(counted.rows[0]?.rows ?? 0, rows.length);
}

/** Inserts rows whose number stands on another line. Throws as `insertContacts` does. */
export async function insertDuplicates(tx: PoolClient, runId: string, rows: DuplicateRows) {
  const { rowCount } = await tx.query(
    `INSERT INTO duplicate_rows (run_id, line, cell, e164, kept_line)
     SELECT $1, * FROM unnest($2::int[], $3::text[], $4::text[], $5::int[]) ON CONFLICT DO NOTHING`,
    [
      runId,
      rows.map((row) => row.line),
      rows.map((row) => withoutNul(row.cell)),
      rows.map((row) => row.number),
      rows.map((row) => row.keptLine),
    ],
  );
  expectAll(rowCount, rows.length);
}

function expectAll(inserted: number | null, given: number): number {
  if (inserted !== given) {
    throw new AppError("invalid_request", "A line of this chunk was sent before, in another one.");
  }
  return given;
}

/** PostgreSQL's text holds every character but NUL. */
export const withoutNul = (text: string) => text.replaceAll("\0", "\uFFFD");
