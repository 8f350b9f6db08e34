import { type ColumnDef, writeXlsxStream } from "hucre/xlsx";
import type { CsvValue } from "@/lib/csv/write-csv";

/** Rows in batches, as they are read. */
export type Batches = AsyncIterable<readonly (readonly CsvValue[])[]>;

/** The format "text": what is typed into such a cell later is text too, whatever it begins with. */
const TEXT = { numFmt: "@" };
const WIDTH = 20;
/** What a workbook takes for the code of a character (ECMA-376, part 1, 22.9.2.19, ST_Xstring). */
const CODED = /_(?=x[0-9A-Fa-f]{4}_)/g;

/**
 * Rows as a workbook (.xlsx), the first row being the names of the columns. A text is a cell of
 * text, which no spreadsheet runs as a formula, or takes for a number or a date; OWASP, "CSV
 * Injection", asks for that. Memory stays flat; beyond 1,048,575 rows there is a second sheet.
 * When the reader leaves, so does whoever makes the rows.
 */
export function workbookOf(columns: readonly string[], rows: Batches): ReadableStream<Uint8Array> {
  const defined: ColumnDef[] = columns.map((name) => ({
    header: asText(name),
    width: WIDTH,
    style: TEXT,
  }));
  const options = { name: "RCS Reach", columns: defined, freezePane: { rows: 1 } };
  return writeXlsxStream(singly(rows), options);
}

async function* singly(batches: Batches): AsyncGenerator<CsvValue[]> {
  for await (const batch of batches) {
    for (const row of batch) {
      yield row.map((cell) => (typeof cell === "string" ? asText(cell) : cell));
    }
  }
}

const asText = (cell: string) => cell.replace(CODED, "_x005F_");
