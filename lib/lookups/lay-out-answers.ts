import type { PoolClient } from "pg";
import { STRIPE_LINES, stripeSql } from "@/lib/segments/stripes";
import { NOTHING_KNOWN } from "./answer-stripes";

/**
 * Makes the rows that a run's answers are stored in, where there are none: one for each stripe of
 * its file in which a contact stands. From contact to contact, for lines may be far apart: whoever
 * uploads by script chooses them.
 */
export async function layOutAnswers(tx: PoolClient, runId: string): Promise<void> {
  await tx.query(
    `WITH RECURSIVE stripes AS (
       SELECT (SELECT min(line) FROM contacts WHERE run_id = $1) AS line
       UNION ALL
       SELECT (SELECT min(line) FROM contacts
         WHERE run_id = $1 AND line > ${lastLineSql("stripes.line")})
       FROM stripes WHERE line IS NOT NULL
     )
     INSERT INTO answers
       (run_id, stripe, which, outcomes, carriers, carrier_statuses, failures, checked_at)
     SELECT $1, ${stripeSql("line")}, array_fill(${NOTHING_KNOWN}::smallint, ARRAY[${STRIPE_LINES}]),
       '{}', '{}', '{}', '{}', '{}'
     FROM stripes WHERE line IS NOT NULL
     ON CONFLICT DO NOTHING`,
    [runId],
  );
}

/** SQL: the last line of the stripe that a line belongs to. */
const lastLineSql = (line: string) =>
  `(${stripeSql(line)}::bigint * ${STRIPE_LINES} + ${STRIPE_LINES - 1})`;
