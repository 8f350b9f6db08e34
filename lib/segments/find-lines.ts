import type { ContactFilter } from "@/lib/api/results";
import { pool } from "@/lib/db/pool";
import { NOTHING_KNOWN } from "@/lib/lookups/answer-stripes";
import { type Cell, findCells } from "./find-cells";
import { LAST_LINE, lowestOf, type Streams } from "./lowest-of";
import { stripeSql, whichSql } from "./stripes";

/** A page of a list of contacts. */
export interface LinePage {
  /** The line of the last contact of the page before. */
  after?: number | undefined;
  take: number;
}

/**
 * The lines of the contacts that a filter without a search lets through, in the order of the file:
 * the same as `contactWhere`, but in a time that does not grow with the run. The breakdown says
 * which cells match, and each cell has a list of its lines.
 */
export async function findLines(
  runId: string,
  filter: ContactFilter,
  { after = 0, take }: LinePage,
): Promise<number[]> {
  const cells = await findCells(runId, filter);
  const values: unknown[] = [runId, after];
  const sources: string[] = [];
  const answered = cells.filter(({ outcome }) => outcome !== "pending");
  if (answered.length > 0) sources.push(lowestOf(linesOf(answered, values), take));
  const pending = cells.filter(({ outcome }) => outcome === "pending");
  if (pending.length > 0) sources.push(pendingLines(pending, take, values));
  if (sources.length === 0) return [];
  const { rows } = await pool().query<{ line: number }>(
    `SELECT line FROM (${sources.join(" UNION ALL ")}) found ORDER BY line LIMIT ${take}`,
    values,
  );
  return rows.map((row) => row.line);
}

/**
 * The lists of lines of these cells, which must not be pending, as streams.
 *
 * @param values hold the run and a line, after which they begin; what the streams need is added
 */
function linesOf(cells: readonly Cell[], values: unknown[]): Streams {
  const list = `SELECT * FROM ${unnestCells(cells, values)} WITH ORDINALITY
    AS u(outcome, country, carrier, carrier_status, no)`;
  const rows = ({ after = "$2", upTo = String(LAST_LINE) } = {}) => `
    SELECT l.line FROM cell_lines k CROSS JOIN LATERAL unnest(k.lines) AS l(line)
    WHERE ${IS_OF_CELL} AND k.stripe BETWEEN ${stripeSql(after)} AND ${stripeSql(upTo)}
      AND l.line > ${after} AND l.line <= ${upTo}
    ORDER BY k.stripe, l.line`;
  return { list, count: cells.length, rows };
}

/** SQL: whether `cell_lines k` lists lines of the cell `s`, as `unnestCells` gives it, in the run `$1`. */
export const IS_OF_CELL = `k.run_id = $1 AND k.outcome = s.outcome AND k.country = s.country
  AND k.carrier = s.carrier AND k.carrier_status = s.carrier_status`;

/** SQL: cells as rows of outcome, country, carrier and carrier status. */
export function unnestCells(cells: readonly Cell[], values: unknown[]): string {
  const column = (read: (cell: Cell) => string) => `$${values.push(cells.map(read))}`;
  const outcomes = column((cell) => cell.outcome);
  const countries = column((cell) => cell.country);
  const carriers = column((cell) => cell.carrier);
  const statuses = column((cell) => cell.carrierStatus);
  return `unnest(${outcomes}::"Outcome"[], ${countries}::text[], ${carriers}::text[],
    ${statuses}::text[])`;
}

/**
 * SQL: the first lines of what is pending. What a run has not asked stands together, behind the
 * first batch that is not done, so that the walk along the file is short.
 */
function pendingLines(cells: readonly Cell[], take: number, values: unknown[]): string {
  const countries = values.push(cells.map(({ country }) => country));
  // Sorted before what is known of each is looked up, which then ends with the page.
  return `(
    SELECT line FROM (
      SELECT line FROM contacts
      WHERE run_id = $1 AND country = ANY($${countries}::text[]) AND line >= greatest($2 + 1, (
        SELECT min(first_line) FROM batches WHERE run_id = $1 AND state <> 'done'))
      ORDER BY line OFFSET 0
    ) c
    WHERE NOT EXISTS (
      SELECT 1 FROM answers a WHERE a.run_id = $1 AND a.stripe = ${stripeSql("c.line")}
        AND a.${whichSql("c.line")} <> ${NOTHING_KNOWN} OFFSET 0)
    LIMIT ${take}
  )`;
}
