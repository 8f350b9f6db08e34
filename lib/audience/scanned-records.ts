import type { CsvFormat } from "@/lib/csv/csv-format";
import { wantedColumns } from "@/lib/csv/csv-stream";
import { scanText, type WantedColumns } from "@/lib/csv/scan-text";
import type { Records } from "./clean";

type Source = { encoding: string; format: CsvFormat };

/**
 * Regular records that somebody has judged: what they say is read again only of those that are
 * asked for. Of the columns only those in `columns` are there.
 */
export class ScannedRecords implements Records {
  readonly length: number;
  private readonly bytes: Uint8Array;
  private readonly ends: Uint32Array;
  private readonly source: Source;
  private readonly wanted: WantedColumns;
  private readonly decoder: TextDecoder;
  /** Each cell of a record is asked for by itself. */
  private last: { index: number; record: string[] | undefined } = { index: -1, record: undefined };

  constructor(bytes: Uint8Array, ends: Uint32Array, source: Source, columns: readonly number[]) {
    this.length = ends.length;
    this.bytes = bytes;
    this.ends = ends;
    this.source = source;
    this.decoder = new TextDecoder(source.encoding, { ignoreBOM: true });
    this.wanted = wantedColumns(columns);
  }

  at(index: number): readonly string[] | undefined {
    if (index !== this.last.index) this.last = { index, record: this.read(index) };
    return this.last.record;
  }

  private read(index: number): string[] | undefined {
    const start = this.ends[index - 1] ?? 0;
    // As a stream, as `CsvDecoder` does: in one go Node.js takes Windows-1252 for ISO-8859-1.
    const bytes = this.bytes.subarray(start, this.ends[index]);
    const record = this.decoder.decode(bytes, { stream: true });
    return scanText(record, this.source.format, this.wanted).records[0];
  }
}
