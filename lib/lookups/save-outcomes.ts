import type { PoolClient } from "pg";
import type { Verdict } from "@/lib/kaleyra/verdict";

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
 * Stores outcomes and moves the contacts within the run's breakdown, in one statement. A contact
 * that has an outcome already keeps it and is not counted again.
 */
export async function saveOutcomes(
  tx: PoolClient,
  runId: string,
  outcomes: ContactOutcome[],
): Promise<void> {
  // The rows of the breakdown are touched in one order, so that two lanes can't block each other.
  // Only the batch's stretch of lines is read: old statistics may say that next to nothing is pending,
  // and without the cast all that is would be read by that index, for each batch.
  await tx.query(
    `WITH given AS (
       SELECT * FROM unnest($2::int[], $3::"Outcome"[], $4::text[], $5::text[], $6::text[])
         AS g(line, outcome, carrier, carrier_status, failure)
     ), changed AS (
       UPDATE contacts c SET outcome = g.outcome, carrier = g.carrier,
         carrier_status = g.carrier_status, failure = g.failure, checked_at = now()
       FROM given g
       WHERE c.run_id = $1 AND c.line = g.line AND c.outcome::text = 'pending'
         AND c.line BETWEEN (SELECT min(line) FROM given) AND (SELECT max(line) FROM given)
       RETURNING c.country, c.outcome, c.carrier, c.carrier_status
     ), moved AS (
       SELECT outcome, country, coalesce(carrier, '') AS carrier,
         coalesce(carrier_status, '') AS carrier_status, count(*) AS contacts
       FROM changed GROUP BY 1, 2, 3, 4
       UNION ALL
       SELECT 'pending', country, '', '', -count(*) FROM changed GROUP BY country
     )
     INSERT INTO breakdowns (run_id, outcome, country, carrier, carrier_status, contacts)
     SELECT $1, outcome, country, carrier, carrier_status, contacts FROM moved
     ORDER BY outcome, country, carrier, carrier_status
     ON CONFLICT (run_id, outcome, country, carrier, carrier_status)
     DO UPDATE SET contacts = breakdowns.contacts + excluded.contacts`,
    [
      runId,
      outcomes.map((one) => one.line),
      outcomes.map((one) => one.outcome),
      outcomes.map((one) => one.carrier),
      outcomes.map((one) => one.carrierStatus),
      outcomes.map((one) => one.failure),
    ],
  );
}
