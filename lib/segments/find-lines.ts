import type { ContactFilter } from "@/lib/api/results";
import { pool } from "@/lib/db/pool";
import { CONTACT_COLUMNS, endsWhere } from "./contact-where";
import { filterWhere } from "./filter-where";
import { findCells } from "./find-cells";
import { lowestOf } from "./lowest-of";
import { readSearch } from "./number-search";
import { stretchesOf, stretchesOfRun } from "./stretches";

/** A page of a list that is sorted by number. */
export interface NumberPage {
  /** The line of the last contact of the page before. */
  after?: number | undefined;
  take: number;
}

/**
 * The lines of the contacts that a filter lets through, by number: the same as `contactWhere`, but
 * in a time that does not grow with the run. The breakdown says which cells match; of each, and of
 * each beginning that is searched for, no more is read from the index than the page could show.
 */
export async function findLines(
  runId: string,
  { q, ...filter }: ContactFilter,
  { after: afterLine, take }: NumberPage,
): Promise<number[]> {
  const search = q ? readSearch(q) : undefined;
  if (search === null) return [];
  const [cells, after] = await Promise.all([findCells(runId, filter), numberOn(runId, afterLine)]);
  const options = { starts: search?.starts, after };
  const isFiltered = Object.values(filter).some(Boolean);
  const stretches = isFiltered ? stretchesOf(cells, options) : stretchesOfRun(cells, options);
  const values: unknown[] = [runId];
  const sources: string[] = [];
  if (stretches.length > 0) sources.push(lowestOf(stretches, take, values));
  if (search?.ends) {
    values.push(after ?? "");
    const parts = ["run_id = $1", `e164 > $${values.length}`, endsWhere(search.ends, values)];
    parts.push(...filterWhere(CONTACT_COLUMNS, filter, values));
    sources.push(`SELECT e164, line FROM contacts WHERE ${parts.join(" AND ")}`);
  }
  if (sources.length === 0) return [];
  // A number that begins and ends with the digits is found by both.
  const { rows } = await pool().query<{ line: number }>(
    `SELECT line FROM (${sources.join(" UNION ")}) found ORDER BY e164 LIMIT ${take}`,
    values,
  );
  return rows.map((row) => row.line);
}

async function numberOn(runId: string, line: number | undefined): Promise<string | undefined> {
  if (line === undefined) return undefined;
  const { rows } = await pool().query<{ e164: string }>(
    "SELECT e164 FROM contacts WHERE run_id = $1 AND line = $2",
    [runId, line],
  );
  return rows[0]?.e164;
}
