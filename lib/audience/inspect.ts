import type { CountryCode } from "@/lib/phone/country";
import { dataRows, type Head } from "./head";
import { proposeColumns } from "./propose-columns";
import type { CleanOptions, Inspection } from "./protocol";

/** Describes a file by its head, read with or without a header. */
export function inspectHead(
  head: Head,
  region: CountryCode | null,
  hasHeader = head.hasHeader,
): Inspection {
  const { source } = head;
  return {
    fileName: head.fileName,
    fileSize: head.fileSize,
    sheets: source.kind === "workbook" ? source.sheets : [],
    sheet: source.kind === "workbook" ? source.sheet : null,
    hasHeader,
    headRows: dataRows(head.records, hasHeader).length,
    wholeFile: head.wholeFile,
    ...proposeColumns(head.records, hasHeader, region),
  };
}

/** The choices that an inspection proposes. No type is left out and no column kept unasked. */
export function proposedOptions({ hasHeader, proposal }: Inspection): CleanOptions {
  return {
    hasHeader,
    ...proposal,
    keptColumns: [],
    keep: "first",
    excludedTypes: [],
    corrections: [],
  };
}
