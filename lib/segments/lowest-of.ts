/** Lines of a run in several sorted streams, each of which an index reads from any place on. */
export interface Streams {
  /** SQL: one row for each of them, with what `rows` reads of it as `s`; numbered by `no`. */
  list: string;
  /** How many there are. */
  count: number;
  /** SQL: `line` of the rows of the stream `s`, sorted; all of them, or those after a line up to another, both given in SQL. */
  rows: (within?: { after: string; upTo: string }) => string;
}

/** No line is higher. */
export const LAST_LINE = 2_147_483_647;

/**
 * SQL: the lowest lines of these streams; at least `take` of them when there are so many, and more
 * than that, in no order. Each stream first gives its share; then those that had more to give go
 * on, up to the line beyond which none is needed. So a page costs about its own length and one look
 * into the index for each stream.
 */
export function lowestOf({ list, count, rows }: Streams, take: number): string {
  const share = Math.min(take, Math.ceil((2 * take) / count) + 2);
  const more = rows({ after: "cut.last", upTo: "(SELECT line FROM enough)" });
  return `(
    WITH s AS MATERIALIZED (${list}), share AS MATERIALIZED (
      SELECT s.no, first.* FROM s CROSS JOIN LATERAL (${rows()} LIMIT ${share}) first
    ), cut AS (
      SELECT no, max(line) AS last FROM share GROUP BY no HAVING count(*) = ${share}
    ), enough AS (
      SELECT coalesce(
        (SELECT line FROM share ORDER BY line OFFSET ${take - 1} LIMIT 1), ${LAST_LINE}) AS line
    )
    SELECT line FROM share
    UNION ALL
    SELECT more.* FROM cut JOIN s USING (no) CROSS JOIN LATERAL (${more} LIMIT ${take}) more
  )`;
}
