import { type CellValue, writeXlsx } from "hucre/xlsx";
import type { TestFile } from "./audience";

/** An Excel workbook from the rows of its sheets. */
export async function workbookFile(
  name: string,
  sheets: Record<string, CellValue[][]>,
): Promise<TestFile> {
  const bytes = await writeXlsx({
    sheets: Object.entries(sheets).map(([sheet, rows]) => ({ name: sheet, rows })),
  });
  return {
    name,
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: Buffer.from(bytes),
  };
}
