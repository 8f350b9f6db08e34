import { NOT_PROVIDED } from "@/lib/api/values";
import { explainReason } from "@/lib/phone/explain-reason";
import { asReason } from "./as-reason";
import { detailCells, detailHeader } from "./detail-cells";

/** A row of an export as the database gives it. */
export type SourceRow = Record<string, string | number | string[] | Date | null>;

const contactHeader = [
  "phone",
  "country",
  "number_type",
  "outcome",
  "carrier",
  "carrier_status",
  "checked_at",
  "source_line",
];

/** The header of an export of contacts: ours, then the kept columns under their own names. */
export const contactColumns = (keptColumns: string[], withDetails: boolean) => [
  ...contactHeader,
  ...(withDetails ? detailHeader : []),
  ...keptColumns,
];

/** Outcomes that say something of a carrier, so that its absence means "not provided". */
const answered = new Set(["rcs", "not_rcs"]);

/** One contact as the cells of an export. */
export function contactCells(row: SourceRow): string[] {
  const { e164, country, number_type, outcome, checked_at, line, kept } = row;
  const given = (value: unknown) =>
    value === null ? (answered.has(String(outcome)) ? NOT_PROVIDED : "") : String(value);
  const checkedAt = checked_at instanceof Date ? checked_at.toISOString() : "";
  return [
    String(e164),
    String(country),
    String(number_type),
    String(outcome),
    given(row.carrier),
    given(row.carrier_status),
    checkedAt,
    String(line),
    ...detailCells(row),
    ...(Array.isArray(kept) ? kept : []),
  ];
}

export const invalidColumns = ["source_line", "cell", "reason", "explanation"];

/** One invalid row as the cells of an export. */
export function invalidCells({ line, cell, reason }: SourceRow, country: string | null): string[] {
  const detail = explainReason(asReason(String(reason)), { cell: String(cell), country });
  return [String(line), String(cell), String(reason), detail];
}

export const duplicateColumns = ["source_line", "cell", "phone", "kept_line"];

/** One duplicate as the cells of an export. */
export function duplicateCells({ line, cell, e164, kept_line }: SourceRow): string[] {
  return [String(line), String(cell), String(e164), String(kept_line)];
}
