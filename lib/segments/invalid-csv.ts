import QueryStream from "pg-query-stream";
import { type CsvOptions, writeCsvRows } from "@/lib/csv/write-csv";
import { pool } from "@/lib/db/pool";
import { explainReason } from "@/lib/phone/explain-reason";
import { asReason } from "./as-reason";

interface InvalidRow {
  line: number;
  cell: string;
  reason: string;
}

/** Rows read from the database, and written to the client, at a time. */
const BATCH_ROWS = 1_000;
const columns = ["source_line", "cell", "reason", "explanation"];

/** The invalid rows of a run as CSV, each with its reason in words, through a database cursor. */
export async function* invalidCsv(
  run: { id: string; defaultCountry: string | null },
  options: CsvOptions,
): AsyncGenerator<Buffer> {
  const client = await pool().connect();
  const sql = "SELECT line, cell, reason FROM invalid_rows WHERE run_id = $1 ORDER BY line";
  const rows = client.query(new QueryStream(sql, [run.id], { batchSize: BATCH_ROWS }));
  try {
    yield Buffer.from(writeCsvRows([columns], options));
    let batch: string[][] = [];
    for await (const { line, cell, reason } of rows as AsyncIterable<InvalidRow>) {
      const detail = explainReason(asReason(reason), { cell, country: run.defaultCountry });
      batch.push([String(line), cell, reason, detail]);
      if (batch.length < BATCH_ROWS) continue;
      yield Buffer.from(writeCsvRows(batch, options));
      batch = [];
    }
    yield Buffer.from(writeCsvRows(batch, options));
  } finally {
    // A reader that leaves halfway ends the generator here; the cursor must close before the
    // connection goes back.
    rows.destroy();
    client.release();
  }
}
