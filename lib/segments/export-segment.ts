import { Readable } from "node:stream";
import type { z } from "zod";
import type { exportRun as operation } from "@/lib/api/results";
import type { SessionUser } from "@/lib/auth/session";
import { findRun } from "@/lib/runs/find-run";
import { refusePurged } from "@/lib/runs/refuse-purged";
import { copiedCsv } from "./copied-csv";
import { csvFileName } from "./csv-file-name";
import { invalidCsv } from "./invalid-csv";
import { segmentSource } from "./segment-source";

type Query = z.output<(typeof operation)["query"]>;

/** An export: its file name and its CSV in UTF-8, read as fast as it is taken. */
export interface SegmentExport {
  fileName: string;
  body: ReadableStream<Uint8Array>;
}

/**
 * Exports a segment of a run, in the order of the file: memory stays flat however large it is, and
 * the database stops when the reader goes away. Holds numbers, so not for viewers.
 */
export async function exportSegment(
  user: SessionUser,
  runId: string,
  query: Query,
): Promise<SegmentExport> {
  const { run } = await findRun(user, runId, "analyst");
  refusePurged(run);
  const { segment } = query;
  const options = { escapeFormulas: query.format === "spreadsheet" };
  const csv =
    segment === "invalid"
      ? invalidCsv(run, options)
      : copiedCsv(await segmentSource({ ...query, segment }, run), options);
  const body = Readable.toWeb(
    Readable.from(csv, { objectMode: false }),
  ) as ReadableStream<Uint8Array>;
  return { fileName: csvFileName(run.name, segment), body };
}
