import type { CsvDecoder } from "@/lib/csv/csv-decoder";
import type { CsvStream } from "@/lib/csv/csv-stream";
import type { Records } from "./clean";
import type { Piece } from "./read-pieces";
import type { PiecePlan } from "./scan-piece";
import { ScannedRecords } from "./scanned-records";
import type { VerdictColumns } from "./verdict-columns";

/** Records that follow each other, the first of them from row `firstLine`; verdicts where known. */
export type Batch = { firstLine: number; records: Records; verdicts?: VerdictColumns };

/** How far a file is read. */
export type Reading = { decoder: CsvDecoder; stream: CsvStream };

/**
 * Puts what a helper has read behind all that came before, as if it had been read in its turn.
 * Null, with nothing changed, where it can't be: the helper met something irregular, or took a line
 * within quotes for a record.
 */
export function joinPiece(
  { bytes, scanned }: Piece,
  plan: PiecePlan,
  columns: readonly number[],
  reading: Reading,
): Batch[] | null {
  const { decoder, stream } = reading;
  if (!scanned || !stream.isUnderWay || stream.width !== plan.width) return null;
  const isAsPlanned = ({ isLocal, encoding }: CsvDecoder) => isLocal && encoding === plan.encoding;
  if (!isAsPlanned(decoder)) return null;
  const { start, end, ascii, ends, ragged, verdicts } = scanned;
  const ahead = decoder.fork();
  const head = ahead.decode(bytes.subarray(0, start));
  ahead.pass(ascii);
  const tail = ahead.decode(bytes.subarray(end));
  if (!isAsPlanned(ahead) || !stream.endsAt(head)) return null;
  reading.decoder = ahead;
  const records = new ScannedRecords(bytes.subarray(start, end), ends, plan, columns);
  return [
    stream.push(head),
    { firstLine: stream.pass(records.length, ragged), records, verdicts },
    stream.push(tail),
  ];
}
