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
  const { which, kinds } = gather(outcomes);
  // Rows that several lanes write to are touched in one order, so that they can't block each other.
  // Only the stretch of lines between the first and the last is read, whatever the planner believes.
  const { rows } = await tx.query<{ stored: number }>(
    `WITH given AS (
       SELECT g.line, k.outcome, k.carrier, k.carrier_status, k.failure
       FROM unnest($2::int[], $3::int[]) AS g(line, which)
       JOIN unnest($4::"Outcome"[], $5::text[], $6::text[], $7::text[])
         WITH ORDINALITY AS k(outcome, carrier, carrier_status, failure, which) USING (which)
     ), changed AS (
       UPDATE contacts c SET outcome = g.outcome, carrier = g.carrier,
         carrier_status = g.carrier_status, failure = g.failure, checked_at = now()
       FROM given g
       WHERE c.run_id = $1 AND c.line = g.line AND c.outcome = 'pending'
         AND c.line BETWEEN (SELECT min(line) FROM given) AND (SELECT max(line) FROM given)
       RETURNING c.line, c.outcome, c.country, coalesce(c.carrier, '') AS carrier,
         coalesce(c.carrier_status, '') AS carrier_status
     ), moved AS (
       SELECT outcome, country, carrier, carrier_status, count(*) AS contacts
       FROM changed GROUP BY 1, 2, 3, 4
       UNION ALL
       SELECT 'pending', country, '', '', -count(*) FROM changed GROUP BY country
     ), counted AS (
       INSERT INTO breakdowns (run_id, outcome, country, carrier, carrier_status, contacts)
       SELECT $1, outcome, country, carrier, carrier_status, contacts FROM moved
       ORDER BY outcome, country, carrier, carrier_status
       ON CONFLICT (run_id, outcome, country, carrier, carrier_status)
       DO UPDATE SET contacts = breakdowns.contacts + excluded.contacts
     )
     INSERT INTO cell_lines (run_id, outcome, country, carrier, carrier_status, stripe, lines)
     SELECT $1, outcome, country, carrier, carrier_status, ${stripeOf("line")} AS stripe,
       array_agg(line ORDER BY line)
     FROM changed GROUP BY outcome, country, carrier, carrier_status, stripe
     ORDER BY outcome, country, carrier, carrier_status, stripe
     ON CONFLICT (run_id, outcome, country, carrier, carrier_status, stripe) DO UPDATE
     SET lines = (SELECT array_agg(l ORDER BY l) FROM unnest(cell_lines.lines || excluded.lines) l)
     RETURNING (SELECT count(*)::int FROM changed) AS stored`,
    [
      runId,
      `{${outcomes.map(({ line }) => line)}}`,
      `{${which}}`,
      kinds.map(({ outcome }) => outcome),
      kinds.map(({ carrier }) => carrier),
      kinds.map(({ carrierStatus }) => carrierStatus),
      kinds.map(({ failure }) => failure),
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

/** What is said of many contacts is sent once: `which`, counted from 1, tells what of each. */
function gather(outcomes: ContactOutcome[]): { which: number[]; kinds: ContactOutcome[] } {
  const places = new Map<string, number>();
  const kinds: ContactOutcome[] = [];
  const which = outcomes.map((one) => {
    const { outcome, carrier, carrierStatus, failure } = one;
    const key = JSON.stringify([outcome, carrier, carrierStatus, failure]);
    const known = places.get(key);
    if (known) return known;
    places.set(key, kinds.push(one));
    return kinds.length;
  });
  return { which, kinds };
}
