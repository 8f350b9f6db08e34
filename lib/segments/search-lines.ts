import type { ContactFilter } from "@/lib/api/results";
import { pool, transaction } from "@/lib/db/pool";
import { CONTACT_COLUMNS, endsWhere, searchWhere } from "./contact-where";
import { filterWhere } from "./filter-where";
import { type Cell, findCells } from "./find-cells";
import { type LinePage, unnestCells } from "./find-lines";
import { lowestOf } from "./lowest-of";
import { readSearch, startsWithin } from "./number-search";
import { type Stretch, stretchesOf } from "./stretches";

/** So many contacts are looked through one by one sooner than numbers that may be any cell's. */
const FEW = 5_000;

/**
 * The lines of the contacts that a filter with a search lets through, by number: the same as
 * `contactWhere`. Their numbers stand together in an index; where the filter alone leaves but few
 * contacts, those are looked through.
 */
export async function searchLines(
  runId: string,
  filter: ContactFilter & { q: string },
  page: LinePage,
): Promise<number[]> {
  const search = readSearch(filter.q);
  if (search === null) return [];
  const [cells, after] = await Promise.all([findCells(runId, filter), numberOn(runId, page.after)]);
  if (cells.length === 0) return [];
  const values: unknown[] = [runId];
  const source = areFew(cells)
    ? amongCells(cells, filter.q, after, values)
    : amongNumbers(filter, values, {
        starts: startsWithin(search.starts, countriesOf(cells)),
        ends: search.ends,
        after,
        take: page.take,
      });
  if (source === null) return [];
  return transaction(async (tx) => {
    // What matches is believed to be so rare that a whole stretch may be read and sorted sooner than
    // its first numbers are looked through in their order.
    await tx.query("SET LOCAL enable_sort = off; SET LOCAL enable_bitmapscan = off");
    const { rows } = await tx.query<{ line: number }>(
      `SELECT line FROM (${source}) found ORDER BY e164 LIMIT ${page.take}`,
      values,
    );
    return rows.map((row) => row.line);
  });
}

const countriesOf = (cells: readonly Cell[]) => new Set(cells.map(({ country }) => country));

/** What is pending stands in no list of lines. */
const areFew = (cells: readonly Cell[]) =>
  cells.every(({ outcome }) => outcome !== "pending") &&
  cells.reduce((sum, { contacts }) => sum + contacts, 0) <= FEW;

/** SQL: the contacts of these cells that are searched for and come after a number. */
function amongCells(
  cells: readonly Cell[],
  q: string,
  after: string | undefined,
  values: unknown[],
): string {
  // Each contact by its line: joined freely, all of the run might be read for them.
  return `SELECT c.e164, c.line
    FROM ${unnestCells(cells, values)} AS s(outcome, country, carrier, carrier_status)
    JOIN cell_lines k ON k.run_id = $1 AND k.outcome = s.outcome AND k.country = s.country
      AND k.carrier = s.carrier AND k.carrier_status = s.carrier_status
    CROSS JOIN LATERAL unnest(k.lines) AS l(line)
    CROSS JOIN LATERAL (
      SELECT e164, line FROM contacts WHERE run_id = $1 AND contacts.line = l.line OFFSET 0
    ) c
    WHERE c.e164 > $${values.push(after ?? "")} AND ${searchWhere(q, values)}`;
}

interface NumbersSearched {
  starts: readonly string[];
  ends: string | null;
  after: string | undefined;
  take: number;
}

/** SQL: at least the first contacts by number that are searched for and that the filter lets through. */
function amongNumbers(
  filter: ContactFilter,
  values: unknown[],
  { starts, ends, after, take }: NumbersSearched,
): string | null {
  const isWanted = ["run_id = $1", ...filterWhere(CONTACT_COLUMNS, filter, values)].join(" AND ");
  const stretches = stretchesOf(starts, after);
  const sources: string[] = [];
  if (stretches.length > 0) {
    sources.push(lowestOf(numbersOf(stretches, isWanted, values), take));
  }
  if (ends) {
    const matches = endsWhere(ends, values);
    const isAfter = `e164 > $${values.push(after ?? "")}`;
    sources.push(
      `SELECT e164, line FROM contact_results WHERE ${isWanted} AND ${isAfter} AND ${matches}`,
    );
  }
  // A number that begins and ends with the digits is found by both.
  return sources.length > 0 ? sources.join(" UNION ") : null;
}

/** Stretches of a run's numbers as streams, of which only the contacts that are wanted come. */
function numbersOf(stretches: readonly Stretch[], isWanted: string, values: unknown[]) {
  const lows = `$${values.push(stretches.map(({ low }) => low))}`;
  const highs = `$${values.push(stretches.map(({ high }) => high))}`;
  const list = `SELECT * FROM unnest(${lows}::text[], ${highs}::text[]) WITH ORDINALITY
    AS u(low, high, no)`;
  const rows = (within?: { after: string; upTo: string }) => `
    SELECT e164, line FROM contact_results
    WHERE ${isWanted} AND e164 >= s.low AND e164 < s.high
      ${within ? `AND e164 > ${within.after} AND e164 <= ${within.upTo}` : ""}
    ORDER BY e164`;
  // A colon comes after all digits.
  return { list, count: stretches.length, key: "e164" as const, end: "':'", rows };
}

async function numberOn(runId: string, line: number | undefined): Promise<string | undefined> {
  if (line === undefined) return undefined;
  const { rows } = await pool().query<{ e164: string }>(
    "SELECT e164 FROM contacts WHERE run_id = $1 AND line = $2",
    [runId, line],
  );
  return rows[0]?.e164;
}
