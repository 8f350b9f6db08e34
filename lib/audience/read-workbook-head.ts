import { CsvError } from "@/lib/csv/csv-error";
import { MAX_WORKBOOK_BYTES } from "@/lib/sheet/limits";
import { HEAD_ROWS } from "./limits";

/** Which sheet of a workbook is the list. */
export type WorkbookSource = { kind: "workbook"; sheets: string[]; sheet: string };

/**
 * The first records of a workbook's sheet: the named one, or the first. The reader is loaded with
 * the first workbook, so that nobody else waits for it. Throws a `CsvError`.
 */
export async function readWorkbookHead(
  file: File,
  wanted: string | null,
): Promise<{ source: WorkbookSource; records: string[][] }> {
  if (file.size > MAX_WORKBOOK_BYTES) {
    throw new CsvError(
      "too_large",
      "This workbook has more than 256 MB. Save the sheet as “CSV UTF-8” and choose that file.",
    );
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const [{ listSheets }, { readSheet }] = await Promise.all([
    import("@/lib/sheet/list-sheets"),
    import("@/lib/sheet/read-sheet"),
  ]);
  const sheets = await listSheets(bytes);
  const sheet = sheets.find((name) => name === wanted) ?? sheets[0] ?? "";
  const records: string[][] = [];
  // One more than is shown, to see whether there are more.
  for await (const batch of readSheet(bytes, sheet, HEAD_ROWS + 2)) records.push(...batch.records);
  return { source: { kind: "workbook", sheets, sheet }, records };
}
