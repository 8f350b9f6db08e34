import type { ContactFilter } from "@/lib/api/results";
import { NOT_PROVIDED } from "@/lib/api/values";

/** The SQL of a carrier and its status, empty where Kaleyra gave none. */
export interface CarrierColumns {
  carrier: string;
  carrierStatus: string;
}

/**
 * The conditions of a filter but its search, on contacts or on cells of the breakdown.
 *
 * @param values to which their parameters are added
 * @param outcomes only these, such as those of a segment
 */
export function filterWhere(
  columns: CarrierColumns,
  filter: ContactFilter,
  values: unknown[],
  outcomes?: readonly string[],
): string[] {
  const parts: string[] = [];
  const add = (sql: (parameter: string) => string, value: unknown) => {
    values.push(value);
    parts.push(sql(`$${values.length}`));
  };
  const addText = (column: string, value: string | undefined) => {
    // Only an answer can lack a carrier; what was not answered has none to lack.
    if (value === NOT_PROVIDED) parts.push(`${column} = '' AND outcome IN ('rcs', 'not_rcs')`);
    else if (value) add((p) => `${column} = ${p}`, value);
  };
  const wanted = filter.outcome ? [filter.outcome] : outcomes;
  if (filter.outcome && outcomes && !outcomes.includes(filter.outcome)) parts.push("false");
  else if (wanted) add((p) => `outcome = ANY(${p}::"Outcome"[])`, wanted);
  addText(columns.carrier, filter.carrier);
  addText(columns.carrierStatus, filter.carrierStatus);
  if (filter.country) add((p) => `country = ${p}`, filter.country);
  return parts;
}
