import { streamXlsxRows } from "hucre/xlsx";
import type { CsvBatch } from "@/lib/csv/csv-stream";
import { cellText } from "./cell-text";
import { BATCH_ROWS } from "./limits";
import { workbookError } from "./workbook-error";

const NO_CELLS: string[] = [];

/**
 * The rows of a sheet as texts, in batches, numbered as the sheet numbers them. Rows that the file
 * leaves out come as empty ones; those after the last filled one do not come at all. Throws a
 * `CsvError` (`spreadsheet`) for a damaged workbook.
 *
 * @param maxRows stop after so many stored rows; 0 for all
 */
export async function* readSheet(
  workbook: Uint8Array,
  sheet: string,
  maxRows = 0,
): AsyncGenerator<CsvBatch> {
  let batch: CsvBatch = { firstLine: 1, records: [] };
  let nextLine = 1;
  try {
    for await (const { index, values } of streamXlsxRows(workbook, { sheet, maxRows })) {
      const record = values.map(cellText);
      if (record.every((cell) => cell === "")) continue;
      for (; nextLine < index + 1; nextLine += 1) batch.records.push(NO_CELLS);
      batch.records.push(record);
      nextLine += 1;
      if (batch.records.length < BATCH_ROWS) continue;
      yield batch;
      batch = { firstLine: nextLine, records: [] };
    }
  } catch (error) {
    throw workbookError(error);
  }
  yield batch;
}
