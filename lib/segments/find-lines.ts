import type { ContactFilter } from "@/lib/api/results";
import { pool } from "@/lib/db/pool";
import { CONTACT_COLUMNS, endsWhere } from "./contact-where";
import { filterWhere } from "./filter-where";
import { findCells } from "./find-cells";
import { readSearch } from "./number-search";
import { type Stretch, stretchesOf, stretchesOfRun } from "./stretches";

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
  filter: ContactFilter,
  { after: afterLine, take }: NumberPage,
): Promise<number[]> {
  const { q, ...rest } = filter;
  const search = q ? readSearch(q) : undefined;
  if (search === null) return [];
  const [cells, after] = await Promise.all([findCells(runId, rest), numberOn(runId, afterLine)]);
  const options = { starts: search?.starts, after };
  const isFiltered = Object.values(rest).some(Boolean);
  const stretches = isFiltered ? stretchesOf(cells, options) : stretchesOfRun(cells, options);
  const values: unknown[] = [runId, take];
  const sources =
    stretches.length > 0
      ? [isFiltered ? inCells(stretches, values) : inRun(stretches, values)]
      : [];
  if (search?.ends) {
    values.push(after ?? "");
    const parts = ["run_id = $1", `e164 > $${values.length}`, endsWhere(search.ends, values)];
    parts.push(...filterWhere(CONTACT_COLUMNS, rest, values));
    sources.push(`SELECT e164, line FROM contacts WHERE ${parts.join(" AND ")}`);
  }
  if (sources.length === 0) return [];
  // A number that begins and ends with the digits is found by both.
  const { rows } = await pool().query<{ line: number }>(
    `SELECT line FROM (${sources.join(" UNION ")}) found ORDER BY e164 LIMIT $2`,
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

function inRun(stretches: readonly Stretch[], values: unknown[]): string {
  const [low, high] = addColumns(values, [
    stretches.map((one) => one.low),
    stretches.map((one) => one.high),
  ]);
  return `SELECT c.e164, c.line FROM unnest(${low}::text[], ${high}::text[]) AS s(low, high)
    CROSS JOIN LATERAL (
      SELECT e164, line FROM contacts WHERE run_id = $1 AND e164 >= s.low AND e164 < s.high
      ORDER BY e164 LIMIT $2
    ) c`;
}

function inCells(stretches: readonly Stretch[], values: unknown[]): string {
  const [outcome, country, carrier, status, low, high] = addColumns(values, [
    stretches.map((one) => one.cell?.outcome),
    stretches.map((one) => one.cell?.country),
    stretches.map((one) => one.cell?.carrier),
    stretches.map((one) => one.cell?.carrierStatus),
    stretches.map((one) => one.low),
    stretches.map((one) => one.high),
  ]);
  return `SELECT c.e164, c.line
    FROM unnest(${outcome}::"Outcome"[], ${country}::text[], ${carrier}::text[], ${status}::text[],
      ${low}::text[], ${high}::text[]) AS s(outcome, country, carrier, carrier_status, low, high)
    CROSS JOIN LATERAL (
      SELECT e164, line FROM contacts
      WHERE run_id = $1 AND outcome = s.outcome AND country = s.country
        AND ${CONTACT_COLUMNS.carrier} = s.carrier
        AND ${CONTACT_COLUMNS.carrierStatus} = s.carrier_status
        AND e164 >= s.low AND e164 < s.high
      ORDER BY e164 LIMIT $2
    ) c`;
}

const addColumns = (values: unknown[], columns: unknown[][]) =>
  columns.map((column) => `$${values.push(column)}`);
