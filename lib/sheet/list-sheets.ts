import { readXlsx } from "hucre/xlsx";
import { workbookError } from "./workbook-error";

/**
 * The names of a workbook's sheets in their order, without hidden ones (unless all are hidden).
 * No sheet is read for that. Throws a `CsvError` (`spreadsheet`) for what is no workbook.
 */
export async function listSheets(workbook: Uint8Array): Promise<string[]> {
  const found: { name: string; isHidden: boolean }[] = [];
  try {
    await readXlsx(workbook, {
      sheets: ({ name, hidden, veryHidden }) => {
        found.push({ name, isHidden: Boolean(hidden || veryHidden) });
        return false;
      },
    });
  } catch (error) {
    throw workbookError(error);
  }
  if (found.length === 0) throw workbookError(null);
  const visible = found.filter(({ isHidden }) => !isHidden);
  return (visible.length > 0 ? visible : found).map(({ name }) => name);
}
