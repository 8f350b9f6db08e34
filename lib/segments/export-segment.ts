import { Readable } from "node:stream";
import QueryStream from "pg-query-stream";
import type { z } from "zod";
import type { exportRun as operation } from "@/lib/api/results";
import type { SessionUser } from "@/lib/auth/session";
import { writeCsvRows } from "@/lib/csv/write-csv";
import { pool } from "@/lib/db/pool";
import { findRun } from "@/lib/runs/find-run";
import type { Where } from "./contact-where";
import { csvFileName } from "./csv-file-name";
import type { SourceRow } from "./segment-rows";
import { segmentSource } from "./segment-source";

type Query = z.output<(typeof operation)["query"]>;

/** Rows read from the database, and written to the client, at a time. */
const BATCH_ROWS = 1_000;

/** An export: its file name and its CSV in UTF-8, read as fast as it is taken. */
export interface SegmentExport {
  fileName: string;
  body: ReadableStream<Uint8Array>;
}

/**
 * Exports a segment of a run through a database cursor: memory stays flat however large it is, and
 * the cursor closes when the reader goes away. Holds numbers, so not for viewers.
 */
export async function exportSegment(
  user: SessionUser,
  runId: string,
  query: Query,
): Promise<SegmentExport> {
  const { run } = await findRun(user, runId, "analyst");
  const { columns, where, cells } = await segmentSource(query, run);
  const safe = query.format === "spreadsheet";
  const body = Readable.toWeb(
    Readable.from(csvOf(where, columns, cells, safe), { objectMode: false }),
  ) as ReadableStream<Uint8Array>;
  return { fileName: csvFileName(run.name, query.segment), body };
}

async function* csvOf(
  { sql, values }: Where,
  columns: string[],
  cells: (row: SourceRow) => string[],
  escapeFormulas: boolean,
): AsyncGenerator<Buffer> {
  const client = await pool().connect();
  const rows = client.query(
    new QueryStream(`${sql} ORDER BY line`, values, { batchSize: BATCH_ROWS }),
  );
  try {
    yield Buffer.from(writeCsvRows([columns], { escapeFormulas }));
    let batch: string[][] = [];
    for await (const row of rows as AsyncIterable<SourceRow>) {
      batch.push(cells(row));
      if (batch.length < BATCH_ROWS) continue;
      yield Buffer.from(writeCsvRows(batch, { escapeFormulas }));
      batch = [];
    }
    if (batch.length > 0) yield Buffer.from(writeCsvRows(batch, { escapeFormulas }));
  } finally {
    // A reader that leaves halfway ends the generator here; the cursor must close before the
    // connection goes back.
    rows.destroy();
    client.release();
  }
}
