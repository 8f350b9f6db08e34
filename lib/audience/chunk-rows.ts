import { CHUNK_BYTES, CHUNK_ROWS } from "./limits";
import type { RowKind, RowsByKind } from "./protocol";

/** Lists to upload, such as a `CleanedAudience`. */
export type RowSource = {
  size(kind: RowKind): number;
  page<K extends RowKind>(kind: K, offset: number, limit: number): RowsByKind[K][];
};

export type Chunk = {
  [K in RowKind]: { kind: K; index: number; rows: RowsByKind[K][] };
}[RowKind];

/**
 * Cuts all lists into chunks, contacts first. The same lists are always cut the same, so that an
 * index names the same rows when an upload is resumed.
 */
export function* chunkRows(source: RowSource): Generator<Chunk> {
  yield* chunksOf(source, "contacts", (kind, index, rows) => ({ kind, index, rows }));
  yield* chunksOf(source, "invalid", (kind, index, rows) => ({ kind, index, rows }));
  yield* chunksOf(source, "duplicates", (kind, index, rows) => ({ kind, index, rows }));
}

function* chunksOf<K extends RowKind>(
  source: RowSource,
  kind: K,
  chunk: (kind: K, index: number, rows: RowsByKind[K][]) => Chunk,
): Generator<Chunk> {
  const size = source.size(kind);
  let offset = 0;
  for (let index = 0; offset < size; index += 1) {
    const rows = source.page(kind, offset, CHUNK_ROWS);
    const fitting = rows.slice(0, rowsThatFit(rows));
    yield chunk(kind, index, fitting);
    offset += fitting.length;
  }
}

/** Long kept cells fill a request before its rows do. */
function rowsThatFit(rows: RowsByKind[RowKind][]): number {
  let bytes = 1_000;
  for (const [index, row] of rows.entries()) {
    bytes += 120 + ("cell" in row ? bytesOf(row.cell) : 0);
    if ("kept" in row) for (const cell of row.kept) bytes += bytesOf(cell) + 3;
    if (bytes > CHUNK_BYTES) return Math.max(1, index);
  }
  return rows.length;
}

/** What stands in JSON as it is, a byte for each character. */
const PLAIN = /^[ !#-[\]-~]*$/;
/** Of any other text, at most: `\u001f` (RFC 8259, 7). */
const MOST_BYTES = 6;

/** The bytes of a text as JSON, at most. */
const bytesOf = (text: string) => text.length * (PLAIN.test(text) ? 1 : MOST_BYTES);
