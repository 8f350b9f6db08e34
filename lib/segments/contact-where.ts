import type { ContactFilter } from "@/lib/api/results";
import { filterWhere } from "./filter-where";
import { LAST_DIGITS, readSearch } from "./number-search";

/** A condition in SQL with its parameters. */
export interface Where {
  sql: string;
  values: unknown[];
}

/**
 * The condition that a filter puts on a run's contacts, for whoever reads all of them. Outcomes are
 * given apart, since a segment may stand for several. Pages of a list are read by
 * `findLines` and `searchLines`, which find the same contacts by other means.
 */
export function contactWhere(
  runId: string,
  filter: ContactFilter,
  outcomes?: readonly string[],
): Where {
  const values: unknown[] = [runId];
  const parts = ["run_id = $1", ...filterWhere(CONTACT_COLUMNS, filter, values, outcomes)];
  if (filter.q) parts.push(searchWhere(filter.q, values));
  return { sql: parts.join(" AND "), values };
}

/** Where a contact says what a cell of the breakdown says. */
export const CONTACT_COLUMNS = {
  carrier: "coalesce(carrier, '')",
  carrierStatus: "coalesce(carrier_status, '')",
};

/** The condition on contacts that a search by number puts. */
export function searchWhere(q: string, values: unknown[]): string {
  const search = readSearch(q);
  if (!search) return "false";
  // Hundreds of beginnings, but of a few lengths only: each is looked up, none tried in turn.
  const lengths = [...new Set(search.starts.map((start) => start.length))];
  const parts = lengths.map((length) => {
    const starts = search.starts.filter((start) => start.length === length);
    return `left(e164, ${length}) = ANY($${values.push(starts)}::text[])`;
  });
  if (search.ends) parts.push(endsWhere(search.ends, values));
  return `(${parts.join(" OR ")})`;
}

/** The condition on numbers that end with these digits; the first half of it is in an index. */
export function endsWhere(ends: string, values: unknown[]): string {
  values.push(ends.slice(-LAST_DIGITS), `%${ends}`);
  return `(right(e164, ${LAST_DIGITS}) = $${values.length - 1} AND e164 LIKE $${values.length})`;
}
