import type { z } from "zod";
import type { CallFilter, CallView, exportCalls as operation } from "@/lib/api/calls";
import { recordEvent } from "@/lib/audit/record-event";
import type { SessionUser } from "@/lib/auth/session";
import type { CsvValue } from "@/lib/csv/write-csv";
import { type ExportFile, exportBody } from "@/lib/exports/export-body";
import { exportFileName } from "@/lib/exports/export-file-name";
import { callView } from "./call-view";
import { findRun } from "./find-run";
import { readCalls } from "./read-calls";

type Query = z.output<(typeof operation)["query"]>;

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

/** A run's ledger, newest attempt first, read as fast as it is taken. It holds no numbers. */
export async function exportCalls(
  user: SessionUser,
  runId: string,
  { format, ...filter }: Query,
): Promise<ExportFile> {
  const { run } = await findRun(user, runId, "analyst");
  const names = columns.map(({ name }) => name);
  const event = { accountId: run.accountId, subject: run.id, label: run.name };
  await recordEvent(user, { action: "exported", ...event, facts: { what: "ledger", format } });
  return {
    fileName: exportFileName(run.name, "ledger", format),
    format,
    body: exportBody(format, names, rowsOf(runId, filter)),
  };
}

async function* rowsOf(runId: string, filter: CallFilter): AsyncGenerator<CsvValue[][]> {
  let before: bigint | undefined;
  do {
    const calls = await readCalls(runId, filter, { before, take: BATCH_ROWS });
    yield calls.map(callView).map((call) => columns.map(({ cell }) => cell(call)));
    before = calls.length === BATCH_ROWS ? calls.at(-1)?.id : undefined;
  } while (before !== undefined);
}
