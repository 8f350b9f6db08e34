import type { z } from "zod";
import type { exportRun as operation } from "@/lib/api/results";
import { recordEvent } from "@/lib/audit/record-event";
import type { SessionUser } from "@/lib/auth/session";
import type { CsvValue } from "@/lib/csv/write-csv";
import { readInBatches } from "@/lib/db/read-in-batches";
import { type ExportFile, exportBody, streamOf } from "@/lib/exports/export-body";
import { exportFileName } from "@/lib/exports/export-file-name";
import { findRun } from "@/lib/runs/find-run";
import { refusePurged } from "@/lib/runs/refuse-purged";
import { copiedCsv } from "./copied-csv";
import { countExported } from "./count-exported";
import { INVALID_COLUMNS, invalidRows } from "./invalid-source";
import { segmentSource } from "./segment-source";

type Query = z.output<(typeof operation)["query"]>;
type ExportedRun = Awaited<ReturnType<typeof findRun>>["run"];

/**
 * Exports a segment of a run, in the order of the file: memory stays flat however large it is, and
 * the database stops when the reader goes away. Holds numbers, so not for viewers.
 *
 * @throws AppError `run_purged` when its contacts are gone
 */
export async function exportSegment(
  user: SessionUser,
  runId: string,
  query: Query,
): Promise<ExportFile> {
  const { run } = await findRun(user, runId, "analyst");
  refusePurged(run);
  const { segment, format, ...filter } = query;
  const body = await bodyOf(run, query);
  const isFiltered = Object.values(filter).some(Boolean);
  const rows = isFiltered ? null : await countExported(run, segment);
  const facts = { what: "segment", segment, format, isFiltered, ...(rows !== null && { rows }) };
  const event = { accountId: run.accountId, subject: run.id, label: run.name, facts };
  await recordEvent(user, { action: "exported", ...event });
  return { fileName: exportFileName(run.name, segment, format), format, body };
}

async function bodyOf(run: ExportedRun, { segment, format, ...filter }: Query) {
  if (segment === "invalid") return exportBody(format, INVALID_COLUMNS, invalidRows(run));
  const source = await segmentSource(run, segment, filter);
  // PostgreSQL writes CSV by itself, several times as fast.
  if (format === "csv") return streamOf(copiedCsv(source));
  const { sql, values } = source.query;
  return exportBody(format, source.columns, readInBatches<CsvValue[]>(sql, values, "array"));
}
