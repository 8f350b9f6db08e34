import { CONTACT_COLUMNS } from "./contact-where";
import type { Cell } from "./find-cells";
import type { Stretch } from "./stretches";

const CELL = [
  "outcome = s.outcome",
  "country = s.country",
  `${CONTACT_COLUMNS.carrier} = s.carrier`,
  `${CONTACT_COLUMNS.carrierStatus} = s.carrier_status`,
];

/**
 * SQL: the lowest numbers of these stretches of a run, each with its line; at least `take` of them
 * when there are so many, and more than that, in no order. Each stretch first gives its share; then
 * those that had more to give go on, up to the number beyond which none is needed. So a page costs
 * about its own length and one look into the index for each stretch.
 *
 * @param values holds the run and `take` already; the parameters of the stretches are added
 */
export function lowestOf(stretches: readonly Stretch[], take: number, values: unknown[]): string {
  const share = Math.min(take, Math.ceil((2 * take) / stretches.length) + 2);
  const column = (read: (one: Stretch) => string | undefined) =>
    `$${values.push(stretches.map(read))}`;
  const ofCell = (read: (cell: Cell) => string) =>
    column(({ cell }) => (cell ? read(cell) : undefined));
  const low = column((one) => one.low);
  const high = column((one) => one.high);
  const isInCells = stretches.some(({ cell }) => cell);
  const cells = isInCells
    ? `, ${ofCell((cell) => cell.outcome)}::"Outcome"[], ${ofCell((cell) => cell.country)}::text[],
      ${ofCell((cell) => cell.carrier)}::text[], ${ofCell((cell) => cell.carrierStatus)}::text[]`
    : "";
  const names = `low, high${isInCells ? ", outcome, country, carrier, carrier_status" : ""}, no`;
  const from = ["run_id = $1", ...(isInCells ? CELL : []), "e164 < s.high"].join(" AND ");
  return `(
    WITH s AS MATERIALIZED (
      SELECT * FROM unnest(${low}::text[], ${high}::text[]${cells}) WITH ORDINALITY AS u(${names})
    ), share AS MATERIALIZED (
      SELECT s.no, c.e164, c.line FROM s CROSS JOIN LATERAL (
        SELECT e164, line FROM contacts WHERE ${from} AND e164 >= s.low
        ORDER BY e164 LIMIT ${share}
      ) c
    ), cut AS (
      SELECT no, max(e164) AS last FROM share GROUP BY no HAVING count(*) = ${share}
    ), enough AS (
      SELECT coalesce((SELECT e164 FROM share ORDER BY e164 OFFSET ${take - 1} LIMIT 1), ':') AS e164
    )
    SELECT e164, line FROM share
    UNION ALL
    SELECT c.e164, c.line FROM cut JOIN s USING (no) CROSS JOIN LATERAL (
      SELECT e164, line FROM contacts
      WHERE ${from} AND e164 > cut.last AND e164 <= (SELECT e164 FROM enough)
      ORDER BY e164 LIMIT ${take}
    ) c
  )`;
}
