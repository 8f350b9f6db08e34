import { Readable } from "node:stream";
import type { CallFilter, CallView } from "@/lib/api/calls";
import type { SessionUser } from "@/lib/auth/session";
import { type CsvValue, writeCsvRows } from "@/lib/csv/write-csv";
import { csvFileName } from "@/lib/segments/csv-file-name";
import { callView } from "./call-view";
import { findRun } from "./find-run";
import { readCalls } from "./read-calls";

/** Rows read from the database, and written to the client, at a time. */
const BATCH_ROWS = 1_000;

const columns: { name: string; cell: (call: CallView) => CsvValue }[] = [
  { name: "started_at", cell: (call) => call.startedAt },
  { name: "operation", cell: (call) => call.operation },
  { name: "numbers_asked", cell: (call) => call.numbers },
  { name: "result", cell: (call) => call.result ?? "under_way" },
  { name: "result_in_words", cell: (call) => call.title },
  { name: "http_status", cell: (call) => call.httpStatus },
  { name: "error_code", cell: (call) => call.errorCode },
  { name: "message", cell: (call) => call.message },
  { name: "milliseconds", cell: (call) => call.milliseconds },
  { name: "billing", cell: (call) => call.billing },
  { name: "billed", cell: (call) => call.billed },
  {
    name: "possibly_billed",
    cell: ({ billing, result, numbers }) =>
      billing === "ambiguous" && result !== null ? numbers : 0,
  },
  { name: "notes", cell: ({ notes }) => notes && JSON.stringify(notes) },
];

/** A run's ledger as CSV, newest attempt first, read as fast as it is taken. It holds no numbers. */
export async function exportCalls(user: SessionUser, runId: string, filter: CallFilter) {
  const { run } = await findRun(user, runId, "analyst");
  const body = Readable.toWeb(
    Readable.from(csvOf(runId, filter), { objectMode: false }),
  ) as ReadableStream<Uint8Array>;
  return { fileName: csvFileName(run.name, "ledger"), body };
}

async function* csvOf(runId: string, filter: CallFilter): AsyncGenerator<Buffer> {
  yield Buffer.from(writeCsvRows([columns.map(({ name }) => name)]));
  let before: bigint | undefined;
  do {
    const calls = await readCalls(runId, filter, { before, take: BATCH_ROWS });
    const rows = calls.map(callView).map((call) => columns.map(({ cell }) => cell(call)));
    if (rows.length > 0) yield Buffer.from(writeCsvRows(rows, { escapeFormulas: true }));
    before = calls.length === BATCH_ROWS ? calls.at(-1)?.id : undefined;
  } while (before !== undefined);
}
