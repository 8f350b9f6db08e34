import { z } from "zod";

export const EXPORT_FORMATS = ["csv", "xlsx"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Either holds the same cells; only what a program makes of them differs. */
export const exportFormat = z
  .enum(EXPORT_FORMATS)
  .default("csv")
  .describe(
    "csv, the default, for machines: UTF-8 by RFC 4180, every cell as it was stored. xlsx, to be opened in a spreadsheet: every cell is text, so that none is run as a formula and numbers keep their plus",
  );

export const MEDIA_TYPES: Record<ExportFormat, string> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** The answer of an operation that exports. */
export const exported = {
  answer: z.string(),
  mediaTypes: Object.values(MEDIA_TYPES),
};
