import type { PoolClient } from "pg";
import type { ContactChunk, DuplicateChunk, InvalidChunk } from "@/lib/api/chunks";
import type { RowCounts } from "@/lib/api/runs";
import type { SessionUser } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { checkContacts } from "./check-contacts";
import { insertContacts, insertDuplicates, insertInvalid } from "./insert-rows";
import { type LockedRun, withLockedRun } from "./lock-run";

interface Arrived {
  repeated: boolean;
  counts: RowCounts;
}
type Kind = "contacts" | "invalid" | "duplicates";
/** How many rows of each kind a chunk added. */
type Added = Omit<RowCounts, "rows" | "blank">;

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
  return append(user, runId, "contacts", index, async (tx) => {
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
  return append(user, runId, "invalid", index, async (tx) => {
    await insertInvalid(tx, runId, rows);
    return { unique: 0, duplicates: 0, invalid: rows.length };
  });
}

/** Adds a chunk of rows whose number stands elsewhere. Throws as `appendContacts` does. */
export function appendDuplicates(
  user: SessionUser,
  runId: string,
  { index, rows }: DuplicateChunk,
): Promise<Arrived> {
  return append(user, runId, "duplicates", index, async (tx) => {
    await insertDuplicates(tx, runId, rows);
    return { unique: 0, duplicates: rows.length, invalid: 0 };
  });
}

function append(
  user: SessionUser,
  runId: string,
  kind: Kind,
  index: number,
  insert: (tx: PoolClient) => Promise<Added>,
): Promise<Arrived> {
  return withLockedRun(user, runId, async (run, tx) => {
    const { rowCount: isNew } = await tx.query(
      `INSERT INTO upload_chunks (run_id, kind, index) VALUES ($1, $2::"ChunkKind", $3)
       ON CONFLICT DO NOTHING`,
      [runId, kind, index],
    );
    if (!isNew) return { repeated: true, counts: countsOf(run) };
    if (run.status !== "draft") {
      throw new AppError("upload_closed", "This run was started already and takes no more rows.");
    }
    const added = await insert(tx);
    const counts = countsOf({
      ...run,
      unique: run.unique + added.unique,
      duplicates: run.duplicates + added.duplicates,
      invalid: run.invalid + added.invalid,
    });
    const arrived = counts.unique + counts.duplicates + counts.invalid + counts.blank;
    if (arrived > counts.rows) {
      throw new AppError(
        "invalid_request",
        `The run was opened for ${counts.rows} rows; with this chunk it would have ${arrived}.`,
      );
    }
    await tx.query(
      `UPDATE runs SET unique_count = $2, duplicate_count = $3, invalid_count = $4 WHERE id = $1`,
      [runId, counts.unique, counts.duplicates, counts.invalid],
    );
    return { repeated: false, counts };
  });
}

function countsOf({ rows, unique, duplicates, invalid, blank }: LockedRun): RowCounts {
  return { rows, unique, duplicates, invalid, blank };
}
