import type { PoolClient } from "pg";
import type { ContactChunk, DuplicateChunk, InvalidChunk } from "@/lib/api/chunks";
import { sumOfRows } from "@/lib/api/row-counts";
import type { RowCounts, RunStatusName } from "@/lib/api/runs";
import type { SessionUser } from "@/lib/auth/session";
import { transaction } from "@/lib/db/pool";
import { unlessDeadlocked } from "@/lib/db/unless-deadlocked";
import { AppError, notFound } from "@/lib/errors";
import { normalise } from "@/lib/phone/normalise";
import { checkContacts } from "./check-contacts";
import { findRun } from "./find-run";
import { insertContacts, insertDuplicates, insertInvalid } from "./insert-rows";
import { refusePurged } from "./refuse-purged";

type CountedRun = RowCounts & { status: RunStatusName; purgedAt: Date | null };
interface Arrived {
  repeated: boolean;
  counts: RowCounts;
}
interface Chunk {
  runId: string;
  kind: "contacts" | "invalid" | "duplicates";
  index: number;
  /** The most kept cells that a row of it has. */
  cells?: number;
}
/** How many rows of each kind a chunk added. */
type Added = Pick<RowCounts, "unique" | "duplicates" | "invalid">;
const NOTHING: Added = { unique: 0, duplicates: 0, invalid: 0 };

/**
 * Adds a chunk of contacts to a draft. Nothing is taken on trust: each number is read again, and
 * what turns out invalid or double is counted as that.
 *
 * @throws AppError `upload_closed`, `invalid_request` when lines or counts do not add up
 */
export function appendContacts(
  user: SessionUser,
  runId: string,
  { index, contacts }: ContactChunk,
): Promise<Arrived> {
  const { valid, invalid } = checkContacts(contacts);
  const cells = contacts.reduce((most, { kept }) => Math.max(most, kept.length), 0);
  return append(user, { runId, kind: "contacts", index, cells }, async (tx) => {
    const duplicates = await insertContacts(tx, runId, valid);
    await insertInvalid(tx, runId, invalid);
    return {
      unique: valid.length - duplicates,
      duplicates,
      invalid: invalid.length,
    };
  });
}

/** Adds a chunk of rows that could not be read as a number. Throws as `appendContacts` does. */
export function appendInvalid(
  user: SessionUser,
  runId: string,
  { index, rows }: InvalidChunk,
): Promise<Arrived> {
  return append(user, { runId, kind: "invalid", index }, async (tx) => {
    await insertInvalid(tx, runId, rows);
    return { unique: 0, duplicates: 0, invalid: rows.length };
  });
}

/**
 * Adds a chunk of rows whose number stands elsewhere. Throws as `appendContacts` does, and
 * `invalid_request` for what is no number: nothing of such a row could stand elsewhere.
 */
export function appendDuplicates(
  user: SessionUser,
  runId: string,
  { index, rows }: DuplicateChunk,
): Promise<Arrived> {
  const checked = rows.map((row) => {
    const read = normalise(row.number);
    if (read.ok) return { ...row, number: read.e164 };
    throw new AppError("invalid_request", `The number of line ${row.line} is not usable.`);
  });
  return append(user, { runId, kind: "duplicates", index }, async (tx) => {
    await insertDuplicates(tx, runId, checked);
    return { unique: 0, duplicates: rows.length, invalid: 0 };
  });
}

async function append(
  user: SessionUser,
  { runId, kind, index, cells = 0 }: Chunk,
  insert: (tx: PoolClient) => Promise<Added>,
): Promise<Arrived> {
  const { run } = await findRun(user, runId, "analyst");
  const { length: columns } = run.keptColumns;
  if (cells > columns) {
    throw new AppError(
      "invalid_request",
      `The run was opened with ${columns} kept columns, but a contact has ${cells} cells.`,
    );
  }
  const store = (attempt: number) =>
    transaction(async (tx) => {
      if (attempt > 1) await tx.query("SELECT 1 FROM runs WHERE id = $1 FOR UPDATE", [runId]);
      const { rowCount: isNew } = await tx.query(
        `INSERT INTO upload_chunks (run_id, kind, index) VALUES ($1, $2::"ChunkKind", $3)
       ON CONFLICT DO NOTHING`,
        [runId, kind, index],
      );
      const added = isNew ? await insert(tx) : NOTHING;
      const { status, purgedAt, ...counts } = await count(tx, runId, added);
      refusePurged({ purgedAt });
      if (!isNew) return { repeated: true, counts };
      if (status !== "draft") {
        throw new AppError("upload_closed", "This run was started already and takes no more rows.");
      }
      const arrived = sumOfRows(counts);
      if (arrived > counts.rows) {
        throw new AppError(
          "invalid_request",
          `The run was opened for ${counts.rows} rows; with this chunk it would have ${arrived}.`,
        );
      }
      return { repeated: false, counts };
    });
  // Two chunks that hold the same numbers in different orders may wait for each other. The next
  // attempt waits for its turn instead.
  return unlessDeadlocked(store);
}

/**
 * Adds what a chunk has brought to the counts of its run. Only here is the run's row locked, so
 * that chunks are stored beside each other; what came after the start is then taken back.
 */
async function count(
  tx: PoolClient,
  runId: string,
  { unique, duplicates, invalid }: Added,
): Promise<CountedRun> {
  const { rows } = await tx.query<CountedRun>(
    `UPDATE runs SET unique_count = unique_count + $2, duplicate_count = duplicate_count + $3,
       invalid_count = invalid_count + $4
     WHERE id = $1
     RETURNING status, rows, unique_count AS unique, duplicate_count AS duplicates,
       invalid_count AS invalid, blank_count AS blank, erased_count AS erased,
       purged_at AS "purgedAt"`,
    [runId, unique, duplicates, invalid],
  );
  if (!rows[0]) throw notFound("run");
  return rows[0];
}
