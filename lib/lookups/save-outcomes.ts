import type { PoolClient } from "pg";
import type { Verdict } from "@/lib/kaleyra/verdict";
import { stripeOf } from "@/lib/segments/stripes";
import { LOOKED_UP_OUTCOMES } from "./looked-up";

/** What is to be stored of one contact. */
export interface ContactOutcome {
  line: number;
  outcome: Verdict["outcome"] | "failed";
  carrier: string | null;
  carrierStatus: string | null;
  /** The failure kind of a failed call, or Kaleyra's reason for a rejected number. */
  failure: string | null;
}

/**
 * Stores outcomes, lists their lines under the cell that they now belong to, and moves them within
 * the run's breakdown, in one statement. A contact that has an outcome already keeps it and is not
 * counted again.
 */
export async function saveOutcomes(
  tx: PoolClient,
  runId: string,
  outcomes: ContactOutcome[],
): Promise<void> {
  const { lines, which, first, last, kinds, cells } = gather(outcomes);
  // Rows that several lanes write to are touched in one order, so that they can't block each other.
  // Only the stretch of lines between the first and the last is read, whatever the planner believes.
  // Cells are told apart by their numbers, which compare faster than four texts.
  const { rows } = await tx.query<{ stored: number }>(
    `WITH kinds AS (
       SELECT * FROM unnest($4::int[], $5::"Outcome"[], $6::text[], $7::text[], $8::text[])
         WITH ORDINALITY AS k(cell, outcome, carrier, carrier_status, failure, which)
     ), changed AS (
       UPDATE contacts c SET outcome = k.outcome, carrier = k.carrier,
         carrier_status = k.carrier_status, failure = k.failure, checked_at = now()
       FROM unnest($2::int[], $3::int[]) AS g(line, which) JOIN kinds k USING (which)
       WHERE c.run_id = $1 AND c.line = g.line AND c.outcome = 'pending'
         AND c.line BETWEEN $9 AND $10
       RETURNING c.line, c.country, (k.cell::bigint << 32) | ${stripeOf("c.line")} AS place
     ), striped AS (
       SELECT (place >> 32)::int AS cell, (place & 4294967295)::int AS stripe, country,
         array_agg(line ORDER BY line) AS lines
       FROM changed GROUP BY place, country
     ), cells AS (
       SELECT DISTINCT ON (cell) cell, outcome, coalesce(carrier, '') AS carrier,
         coalesce(carrier_status, '') AS carrier_status
       FROM kinds ORDER BY cell
     ), moved AS (
       SELECT outcome, country, carrier, carrier_status, sum(cardinality(lines)) AS contacts
       FROM striped JOIN cells USING (cell) GROUP BY 1, 2, 3, 4
       UNION ALL
       SELECT 'pending', country, '', '', -sum(cardinality(lines)) FROM striped GROUP BY country
     ), counted AS (
       INSERT INTO breakdowns (run_id, outcome, country, carrier, carrier_status, contacts)
       SELECT $1, outcome, country, carrier, carrier_status, contacts FROM moved
       ORDER BY outcome, country, carrier, carrier_status
       ON CONFLICT (run_id, outcome, country, carrier, carrier_status)
       DO UPDATE SET contacts = breakdowns.contacts + excluded.contacts
     )
     INSERT INTO cell_lines (run_id, outcome, country, carrier, carrier_status, stripe, lines)
     SELECT $1, outcome, country, carrier, carrier_status, stripe, lines
     FROM striped JOIN cells USING (cell)
     ORDER BY outcome, country, carrier, carrier_status, stripe
     ON CONFLICT (run_id, outcome, country, carrier, carrier_status, stripe) DO UPDATE
     SET lines = (SELECT array_agg(l ORDER BY l) FROM unnest(cell_lines.lines || excluded.lines) l)
     RETURNING (SELECT count(*)::int FROM changed) AS stored`,
    [
      runId,
      `{${lines}}`,
      `{${which}}`,
      cells,
      kinds.map(({ outcome }) => outcome),
      kinds.map(({ carrier }) => carrier),
      kinds.map(({ carrierStatus }) => carrierStatus),
      kinds.map(({ failure }) => failure),
      first,
      last,
    ],
  );
  if ((rows[0]?.stored ?? 0) < outcomes.length) await countErased(tx, runId, outcomes);
}

/**
 * Notes how many contacts were erased while Kaleyra was asked about them: their lookups were not in
 * excess. The run's row is locked last, as by an erasure.
 */
async function countErased(
  tx: PoolClient,
  runId: string,
  outcomes: ContactOutcome[],
): Promise<void> {
  const isLookedUp = ({ outcome }: ContactOutcome) =>
    (LOOKED_UP_OUTCOMES as readonly string[]).includes(outcome);
  await tx.query(
    `UPDATE runs SET erased_looked_up = erased_looked_up + gone.lines
     FROM (
       SELECT count(*)::int AS lines FROM unnest($2::int[]) AS given(line) WHERE NOT EXISTS (
         SELECT 1 FROM contacts c WHERE c.run_id = $1 AND c.line = given.line)
     ) gone
     WHERE id = $1 AND gone.lines > 0`,
    [runId, outcomes.filter(isLookedUp).map(({ line }) => line)],
  );
}

/** Outcomes as they are sent: what is said of many contacts stands there once. */
interface Gathered {
  lines: number[];
  /** Which of the kinds each line is of, from 1. */
  which: number[];
  /** The first and the last of the lines. */
  first: number;
  last: number;
  kinds: ContactOutcome[];
  /** The cell of each kind, by any number: kinds of which only the failure differs share one. */
  cells: number[];
}

function gather(outcomes: ContactOutcome[]): Gathered {
  const kinds = new Map<string, number>();
  const cells = new Map<string, number>();
  const first = outcomes[0]?.line ?? 0;
  const given: Gathered = { lines: [], which: [], first, last: first, kinds: [], cells: [] };
  for (const one of outcomes) {
    const { line, outcome, carrier, carrierStatus, failure } = one;
    // A text that came from outside has no control signs, see `cleanText`.
    const cell = `${outcome}\n${carrier ?? ""}\n${carrierStatus ?? ""}`;
    const kind = `${cell}\n${carrier === null}\n${carrierStatus === null}\n${failure}`;
    let which = kinds.get(kind);
    if (which === undefined) {
      which = given.kinds.push(one);
      kinds.set(kind, which);
      const place = cells.get(cell) ?? which;
      cells.set(cell, place);
      given.cells.push(place);
    }
    given.which.push(which);
    given.lines.push(line);
    given.first = Math.min(given.first, line);
    given.last = Math.max(given.last, line);
  }
  return given;
}
