import type { CsvFormat } from "@/lib/csv/csv-format";
import { cellText, scanBytes } from "@/lib/csv/scan-bytes";
import { type RowJudge, type RowOptions, rowJudge } from "./judge-row";
import type { Cuts } from "./limits";
import { integers } from "./number-column";
import { type VerdictColumns, VerdictList } from "./verdict-columns";

/** What it takes to read any piece of a text file. */
export type PiecePlan = {
  /** A TextDecoder label of an encoding in which a line end is a byte of its own. */
  encoding: string;
  format: CsvFormat;
  /** Cells of a record that is not ragged. */
  width: number;
  options: RowOptions;
  cuts: Cuts;
};

/** The records of a piece of a file, judged, and where they stand in it. */
export type ScannedPiece = {
  /** Bytes in front of the first of them. */
  start: number;
  /** Bytes up to the end of the last one. */
  end: number;
  /** Whether there are only ASCII characters in between. */
  ascii: boolean;
  /** Where each record ends, in bytes from the first one's start. */
  ends: Uint32Array<ArrayBuffer>;
  /** Indexes of ragged records. */
  ragged: number[];
  verdicts: VerdictColumns;
};

/** The judge of a piece's rows, which are but a phone cell and the country's, if there is such a column. */
export function pieceJudge(options: RowOptions): RowJudge {
  const countryColumn = options.countryColumn === null ? null : 1;
  return rowJudge({ ...options, phoneColumn: 0, countryColumn });
}

/**
 * Reads and judges (see `pieceJudge`) what stands in the middle of a file, without what comes
 * before. Where its first record begins is a guess, which only who knows the rest can confirm; from
 * there on all is as `CsvStream` would read it. Null where that can't be said: what is irregular is
 * for `CsvStream`.
 */
export function scanPiece(
  bytes: Uint8Array,
  { encoding, format, width, options, cuts }: PiecePlan,
  judge: RowJudge,
): ScannedPiece | null {
  const lastLineEnd = bytes.lastIndexOf(format.newline.charCodeAt(0)) + 1;
  const start = firstRecord(bytes.subarray(0, lastLineEnd), format, cuts);
  const lines = start === null ? null : bytes.subarray(start, lastLineEnd);
  const textOf = lines && textReader(lines, encoding);
  if (start === null || !lines || !textOf) return null;

  const { phoneColumn, countryColumn } = options;
  const columns = [0, phoneColumn, ...(countryColumn === null ? [] : [countryColumn])];
  const verdicts = new VerdictList();
  const ends = integers();
  const ragged: number[] = [];
  const { used, irregular } = scanBytes(
    lines,
    0,
    format,
    columns,
    cuts.parsedChars,
    ({ end, cells, places }) => {
      const cell = (place: number) => {
        if ((columns[place] ?? 0) >= cells) return "";
        const from = places[place * 2] ?? 0;
        return cellText(lines, from, textOf.read(from, places[place * 2 + 1] ?? 0));
      };
      if (cells !== width && (cells > 1 || cell(0).trim() !== "")) ragged.push(ends.length);
      ends.push(end);
      verdicts.add(judge(countryColumn === null ? [cell(1)] : [cell(1), cell(2)]));
    },
  );
  if (irregular || bytes.length - start - used > cuts.parsedChars) return null;
  const { ascii } = textOf;
  return {
    start,
    end: start + used,
    ascii,
    ends: ends.toArray(),
    ragged,
    verdicts: verdicts.columns(),
  };
}

/**
 * Where the first record begins that is surely one; null when none is found. A piece may begin
 * within quotes: then its first lines are misread, but hardly more than those.
 */
function firstRecord(bytes: Uint8Array, format: CsvFormat, cuts: Cuts): number | null {
  const newline = format.newline.charCodeAt(0);
  for (let lineEnd = bytes.indexOf(newline); lineEnd !== -1 && lineEnd < cuts.runIn; ) {
    const runIn = bytes.subarray(0, lineEnd + 1 + cuts.runIn);
    const from = lineEnd + 1;
    const { used, irregular } = scanBytes(
      runIn,
      from,
      format,
      [],
      cuts.parsedChars,
      () => undefined,
    );
    if (used > from && !irregular) return used;
    lineEnd = bytes.indexOf(newline, used);
  }
  return null;
}

type TextReader = { ascii: boolean; read: (start: number, end: number) => string };

const NOT_ASCII = /[^\0-\x7f]/;

/** Makes what reads the text of any part of some bytes; null when they are no text in the encoding. */
function textReader(bytes: Uint8Array, encoding: string): TextReader | null {
  const decoder = new TextDecoder(encoding, { fatal: encoding === "utf-8", ignoreBOM: true });
  try {
    // As a stream, as `CsvDecoder` does: in one go Node.js takes Windows-1252 for ISO-8859-1.
    const text = decoder.decode(bytes, { stream: true });
    if (text.length === bytes.length) {
      return { ascii: true, read: (start, end) => text.slice(start, end) };
    }
  } catch {
    // It is no UTF-8, whatever the head of the file was.
    return null;
  }
  // One character a byte: places are the same, and what is ASCII is read without being decoded again.
  const signs = new TextDecoder("windows-1252").decode(bytes);
  const read = (start: number, end: number) => {
    const text = signs.slice(start, end);
    return NOT_ASCII.test(text) ? decoder.decode(bytes.subarray(start, end)) : text;
  };
  return { ascii: false, read };
}
