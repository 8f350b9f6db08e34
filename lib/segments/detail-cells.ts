import { NOT_PROVIDED } from "@/lib/api/values";
import type { SourceRow } from "./segment-rows";

/** What an export says of number details: the header of each column and the SQL of its cell. */
const columns = [
  ["number_details", "d.state::text"],
  ["current_operator", "d.current_operator"],
  ["original_operator", "d.original_operator"],
  ["current_mcc", "d.current_mcc"],
  ["current_mnc", "d.current_mnc"],
  ["original_mcc", "d.original_mcc"],
  ["original_mnc", "d.original_mnc"],
  ["ported", "d.ported::text"],
  ["roaming", "d.roaming::text"],
  ["lookup_country", "d.country"],
  ["calling_code", "d.calling_code::text"],
  ["other_details", "nullif(d.other::text, '{}')"],
] as const;

export const detailHeader: string[] = columns.map(([name]) => name);

/** SQL: the cells of number details, of a left-joined row `d`, each a text or null. */
export const DETAIL_CELLS = columns.map(([name, sql]) => `${sql} AS "detail:${name}"`).join(", ");

/** The cells of a row with `DETAIL_CELLS`; of one without, none. */
export function detailCells(row: SourceRow): string[] {
  if (!("detail:number_details" in row)) return [];
  const missing = row["detail:number_details"] === "ready" ? NOT_PROVIDED : "";
  return detailHeader.map((name) => {
    const value = row[`detail:${name}`];
    if (value !== null) return String(value);
    return name === "number_details" || name === "other_details" ? "" : missing;
  });
}
