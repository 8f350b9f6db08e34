import type { PoolClient } from "pg";
import { STRIPE_LINES, stripeSql } from "@/lib/segments/stripes";
import { NOTHING_KNOWN } from "./answer-stripes";

/** Makes the rows that a run's answers are stored in, one for each stripe of its file, where there are none. */
export async function layOutAnswers(tx: PoolClient, runId: string): Promise<void> {
  await tx.query(
    `INSERT INTO answers
       (run_id, stripe, which, outcomes, carriers, carrier_statuses, failures, checked_at)
     SELECT $1, stripe, array_fill(${NOTHING_KNOWN}::smallint, ARRAY[${STRIPE_LINES}]),
       '{}', '{}', '{}', '{}', '{}'
     FROM (SELECT min(line) AS first, max(line) AS last FROM contacts WHERE run_id = $1) file,
       generate_series(${stripeSql("first")}, ${stripeSql("last")}) AS stripe
     ON CONFLICT DO NOTHING`,
    [runId],
  );
}
