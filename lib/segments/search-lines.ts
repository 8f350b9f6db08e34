import type { ContactFilter } from "@/lib/api/results";
import { pool, transaction } from "@/lib/db/pool";
import { CONTACT_COLUMNS, endsWhere, searchWhere } from "./contact-where";
import { filterWhere } from "./filter-where";
import { type Cell, findCells } from "./find-cells";
import { IS_OF_CELL, type LinePage, unnestCells } from "./find-lines";
import { readSearch, startsWithin } from "./number-search";
import { stretchesOf } from "./stretches";

/**
 * The lines of the contacts that a filter with a search lets through, by number: the same as
 * `contactWhere`. Their numbers stand together in an index; which of them the filter lets through is
 * found in the way that is likely to cost least.
 */
export async function searchLines(
  runId: string,
  filter: ContactFilter & { q: string },
  page: LinePage,
): Promise<number[]> {
  const search = readSearch(filter.q);
  if (search === null) return [];
  const [cells, countries, after] = await Promise.all([
    findCells(runId, filter),
    countCountries(runId),
    numberOn(runId, page.after),
  ]);
  const canMatch = (country: string) =>
    search.ends !== null || startsWithin(search.starts, [country]).length > 0;
  const searched = new Map([...countries].filter(([country]) => canMatch(country)));
  const wanted = cells.filter(({ country }) => searched.has(country));
  if (wanted.length === 0) return [];
  const numbers: NumbersSearched = {
    starts: startsWithin(search.starts, new Set(wanted.map(({ country }) => country))),
    ends: search.ends,
    after,
    take: page.take,
  };
  const values: unknown[] = [runId];
  const way = cheapestWay(wanted, sum(searched.values()), page.take);
  const source =
    way === "contacts"
      ? amongContacts(wanted, filter.q, after, values)
      : amongNumbers(filter, numbers, way === "lines" ? wanted : null, values);
  if (source === null) return [];
  return transaction(async (tx) => {
    // What matches is believed to be so rare that a whole stretch may be read and sorted sooner than
    // its first numbers are looked through in their order, which several workers would not keep.
    await tx.query(`SET LOCAL enable_sort = off; SET LOCAL enable_bitmapscan = off;
      SET LOCAL max_parallel_workers_per_gather = 0`);
    const { rows } = await tx.query<{ line: number }>(
      `SELECT line FROM (${source}) found ORDER BY e164 LIMIT ${page.take}`,
      values,
    );
    return rows.map((row) => row.line);
  });
}

/**
 * How the contacts of some cells are found among numbers. Where they are few, each of them is
 * fetched and tried ("contacts", 2 µs each). Otherwise numbers are read in their order until a page
 * is full, which is the sooner the more of them are wanted; whether one is wanted is told by a list
 * of the wanted lines (0.3 µs for each line, 0.2 for each number) or, when that would be long, by
 * the answer of each number (3 µs).
 *
 * @param searched contacts among which they are
 */
function cheapestWay(
  cells: readonly Cell[],
  searched: number,
  take: number,
): "contacts" | "lines" | "answers" {
  // What is pending stands in no list of lines.
  if (cells.some(({ outcome }) => outcome === "pending")) return "answers";
  const wanted = sum(cells.map(({ contacts }) => contacts));
  const numbersRead = (take * searched) / wanted;
  const costs = {
    contacts: 2 * wanted,
    lines: 0.3 * wanted + 0.2 * numbersRead,
    answers: 3 * numbersRead,
  };
  if (costs.contacts < Math.min(costs.lines, costs.answers)) return "contacts";
  return costs.lines < costs.answers ? "lines" : "answers";
}

function sum(counts: Iterable<number>): number {
  let all = 0;
  for (const count of counts) all += count;
  return all;
}

/** SQL: the contacts of these cells that are searched for and come after a number. */
function amongContacts(
  cells: readonly Cell[],
  q: string,
  after: string | undefined,
  values: unknown[],
): string {
  // Each contact by its line: joined freely, all of the run might be read for them.
  return `SELECT c.e164, c.line
    FROM (${allLines(cells, values)}) l CROSS JOIN LATERAL (
      SELECT e164, line FROM contacts WHERE run_id = $1 AND contacts.line = l.line OFFSET 0
    ) c
    WHERE c.e164 > $${values.push(after ?? "")} AND ${searchWhere(q, values)}`;
}

/** SQL: every line of these cells, which must not be pending. */
function allLines(cells: readonly Cell[], values: unknown[]): string {
  return `SELECT unnest(k.lines) AS line
    FROM ${unnestCells(cells, values)} AS s(outcome, country, carrier, carrier_status)
    JOIN cell_lines k ON ${IS_OF_CELL}`;
}

interface NumbersSearched {
  starts: readonly string[];
  ends: string | null;
  after: string | undefined;
  take: number;
}

/**
 * SQL: at least the first contacts by number that are searched for and that the filter lets through.
 *
 * @param listed all cells of the filter, when contacts are to be known by their lists of lines
 */
function amongNumbers(
  filter: ContactFilter,
  { starts, ends, after, take }: NumbersSearched,
  listed: readonly Cell[] | null,
  values: unknown[],
): string | null {
  // Only where it is used: PostgreSQL refuses a parameter that stands nowhere.
  const filtered = () => {
    const conditions = ["run_id = $1", ...filterWhere(CONTACT_COLUMNS, filter, values)];
    return `contact_results WHERE ${conditions.join(" AND ")}`;
  };
  const stretches = stretchesOf(starts, after);
  const sources: string[] = [];
  if (stretches.length > 0) {
    const lows = `$${values.push(stretches.map(({ low }) => low))}`;
    const highs = `$${values.push(stretches.map(({ high }) => high))}`;
    const wanted = listed
      ? // Not a join, which might go through the list anew for each number.
        `contacts WHERE run_id = $1 AND (line IN (${allLines(listed, values)})) IS TRUE`
      : filtered();
    // One stretch after the other, each read as far as the page is not full.
    sources.push(`(SELECT n.e164, n.line
      FROM unnest(${lows}::text[], ${highs}::text[]) AS s(low, high) CROSS JOIN LATERAL (
        SELECT e164, line FROM ${wanted} AND e164 >= s.low AND e164 < s.high
        ORDER BY e164 LIMIT ${take}
      ) n LIMIT ${take})`);
  }
  if (ends) {
    const matches = endsWhere(ends, values);
    const isAfter = `e164 > $${values.push(after ?? "")}`;
    sources.push(`SELECT e164, line FROM ${filtered()} AND ${isAfter} AND ${matches}`);
  }
  // A number that begins and ends with the digits is found by both.
  return sources.length > 0 ? sources.join(" UNION ") : null;
}

/** A run's countries with their numbers of contacts. */
async function countCountries(runId: string): Promise<Map<string, number>> {
  const { rows } = await pool().query<{ country: string; contacts: number }>(
    `SELECT country, sum(contacts)::int AS contacts FROM breakdowns
     WHERE run_id = $1 GROUP BY country HAVING sum(contacts) > 0`,
    [runId],
  );
  return new Map(rows.map(({ country, contacts }) => [country, contacts]));
}

async function numberOn(runId: string, line: number | undefined): Promise<string | undefined> {
  if (line === undefined) return undefined;
  const { rows } = await pool().query<{ e164: string }>(
    "SELECT e164 FROM contacts WHERE run_id = $1 AND line = $2",
    [runId, line],
  );
  return rows[0]?.e164;
}
