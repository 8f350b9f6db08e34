import type { ContactFilter } from "@/lib/api/results";
import { NOT_PROVIDED } from "@/lib/api/values";

/** A condition in SQL with its parameters. */
export interface Where {
  sql: string;
  values: unknown[];
}

/**
 * The condition that a filter puts on a run's contacts. Outcomes are given apart, since a segment
 * may stand for several.
 */
export function contactWhere(
  runId: string,
  filter: ContactFilter,
  outcomes?: readonly string[],
): Where {
  const values: unknown[] = [runId];
  const parts = ["run_id = $1"];
  const add = (sql: (parameter: string) => string, value: unknown) => {
    values.push(value);
    parts.push(sql(`$${values.length}`));
  };
  const addText = (column: string, value: string | undefined) => {
    if (value === NOT_PROVIDED) {
      // Only an answer can lack a carrier; what was not answered has none to lack.
      parts.push(`${column} IS NULL AND outcome IN ('rcs', 'not_rcs')`);
    } else if (value) add((p) => `${column} = ${p}`, value);
  };
  const wanted = filter.outcome ? [filter.outcome] : outcomes;
  if (filter.outcome && outcomes && !outcomes.includes(filter.outcome)) parts.push("false");
  else if (wanted) add((p) => `outcome = ANY(${p}::"Outcome"[])`, wanted);
  addText("carrier", filter.carrier);
  addText("carrier_status", filter.carrierStatus);
  if (filter.country) add((p) => `country = ${p}`, filter.country);
  const digits = filter.q?.replace(/\D/g, "");
  if (filter.q && !digits) parts.push("false");
  else if (digits) add((p) => `e164 LIKE '%' || ${p} || '%'`, digits);
  return { sql: parts.join(" AND "), values };
}
