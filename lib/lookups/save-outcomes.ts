import type { PoolClient } from "pg";
import { arrayLiteral } from "@/lib/db/array-literal";
import { stripeOf } from "@/lib/segments/stripes";
import { type AnswerStripe, fillStripes, type StoredAnswerTo } from "./answer-stripes";
import type { ContactOutcome } from "./contact-outcome";
import { type CellOfLines, groupByCell } from "./group-by-cell";
import { LOOKED_UP_OUTCOMES } from "./looked-up";

/**
 * Stores outcomes, lists their lines under the cell that they now belong to, and moves them within
 * the run's breakdown. A contact that has an outcome already keeps it and is not counted again.
 *
 * What several lanes write to is locked in one order: the stripes of answers, lists of lines,
 * breakdown, run.
 */
export async function saveOutcomes(
  tx: PoolClient,
  runId: string,
  outcomes: readonly ContactOutcome[],
): Promise<void> {
  const { rows } = await tx.query<StripeRow>({
    name: "lock-answers",
    text: lockStripesSql("$1", "$2"),
    values: [runId, stripesOf(outcomes)],
  });
  await saveInStripes(tx, runId, rows, outcomes);
}

/** The same, when the stripes have been locked already. */
export async function saveInStripes(
  tx: PoolClient,
  runId: string,
  locked: readonly StripeRow[],
  outcomes: readonly ContactOutcome[],
): Promise<void> {
  const stored = locked.map(answerStripe);
  const { stripes, taken, erased } = fillStripes(stored, outcomes, locked[0]?.now ?? "");
  if (taken.length > 0) await write(tx, runId, stripes, groupByCell(taken));
  await countErased(tx, runId, erased);
}

/** The stripes that outcomes belong to. */
export const stripesOf = (outcomes: readonly ContactOutcome[]): number[] => [
  ...new Set(outcomes.map(({ line }) => stripeOf(line))),
];

/** A stripe as it is read, with the moment of the transaction. */
export interface StripeRow {
  now: string;
  stripe: number;
  which: string;
  outcomes: StoredAnswerTo["outcome"][];
  carriers: (string | null)[];
  carrierStatuses: (string | null)[];
  failures: (string | null)[];
  checkedAt: string[];
}

/** SQL: rows of these stripes, which nobody else changes until the transaction ends. */
export const lockStripesSql = (runId: string, stripes: string) =>
  `SELECT now()::text AS now, stripe, array_to_string(which, ' ') AS which,
     outcomes::text[] AS outcomes, carriers, carrier_statuses AS "carrierStatuses", failures,
     checked_at::text[] AS "checkedAt"
   FROM answers WHERE run_id = ${runId} AND stripe = ANY(${stripes}::int[])
   ORDER BY stripe FOR UPDATE`;

const answerStripe = ({ stripe, which, ...row }: StripeRow): AnswerStripe => ({
  stripe,
  which: which.split(" ").map(Number),
  answers: row.outcomes.map((outcome, at) => ({
    outcome,
    carrier: row.carriers[at] ?? null,
    carrierStatus: row.carrierStatuses[at] ?? null,
    failure: row.failures[at] ?? null,
    checkedAt: row.checkedAt[at] ?? "",
  })),
});

/**
 * One statement that looks for nothing but its rows' keys, so that one plan is good for all. What
 * is an array within an array goes as a text, since `unnest` would flatten it.
 */
async function write(
  tx: PoolClient,
  runId: string,
  stripes: readonly AnswerStripe[],
  cells: readonly CellOfLines[],
): Promise<void> {
  const listOf = (read: (answer: StoredAnswerTo) => string | null) =>
    stripes.map(({ answers }) => arrayLiteral(answers.map(read)));
  const lists = cells.flatMap(({ stripes: ofCell }, index) =>
    ofCell.map(({ stripe, lines }) => ({ cell: index + 1, stripe, lines: `{${lines.join(",")}}` })),
  );
  await tx.query({
    name: "save-answers",
    text: `WITH cells AS MATERIALIZED (
       SELECT * FROM unnest($2::"Outcome"[], $3::text[], $4::text[], $5::text[], $6::int[])
         WITH ORDINALITY AS c(outcome, country, carrier, carrier_status, contacts, cell)
     ), told AS (
       INSERT INTO answers
         (run_id, stripe, which, outcomes, carriers, carrier_statuses, failures, checked_at)
       SELECT $1, stripe, which::smallint[], outcomes::"Outcome"[], carriers::text[],
         carrier_statuses::text[], failures::text[], checked_at::timestamptz[]
       FROM unnest($7::int[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[],
         $13::text[])
         AS s(stripe, which, outcomes, carriers, carrier_statuses, failures, checked_at)
       ON CONFLICT (run_id, stripe) DO UPDATE SET which = excluded.which,
         outcomes = excluded.outcomes, carriers = excluded.carriers,
         carrier_statuses = excluded.carrier_statuses, failures = excluded.failures,
         checked_at = excluded.checked_at
     ), counted AS (
       INSERT INTO breakdowns (run_id, outcome, country, carrier, carrier_status, contacts)
       SELECT $1, outcome, country, carrier, carrier_status, contacts FROM (
         SELECT cell, outcome, country, carrier, carrier_status, contacts FROM cells
         UNION ALL
         SELECT max(cell), 'pending', country, '', '', -sum(contacts) FROM cells GROUP BY country
         ORDER BY 2, 3, 1
       ) moved
       ON CONFLICT (run_id, outcome, country, carrier, carrier_status)
       DO UPDATE SET contacts = breakdowns.contacts + excluded.contacts
     )
     INSERT INTO cell_lines (run_id, outcome, country, carrier, carrier_status, stripe, lines)
     SELECT $1, outcome, country, carrier, carrier_status, stripe, lines::int[]
     FROM unnest($14::int[], $15::int[], $16::text[]) WITH ORDINALITY AS l(cell, stripe, lines, no)
       JOIN cells USING (cell)
     ORDER BY no
     ON CONFLICT (run_id, outcome, country, carrier, carrier_status, stripe) DO UPDATE
     SET lines = (SELECT array_agg(l ORDER BY l) FROM unnest(cell_lines.lines || excluded.lines) l)`,
    values: [
      runId,
      cells.map(({ outcome }) => outcome),
      cells.map(({ country }) => country),
      cells.map(({ carrier }) => carrier),
      cells.map(({ carrierStatus }) => carrierStatus),
      cells.map(({ contacts }) => contacts),
      stripes.map(({ stripe }) => stripe),
      stripes.map(({ which }) => `{${which.join(",")}}`),
      listOf(({ outcome }) => outcome),
      listOf(({ carrier }) => carrier),
      listOf(({ carrierStatus }) => carrierStatus),
      listOf(({ failure }) => failure),
      listOf(({ checkedAt }) => checkedAt),
      lists.map(({ cell }) => cell),
      lists.map(({ stripe }) => stripe),
      lists.map(({ lines }) => lines),
    ],
  });
}

/**
 * Notes how many contacts were erased while Kaleyra was asked about them: their lookups were not in
 * excess. The run's row is locked last, as by an erasure.
 */
async function countErased(
  tx: PoolClient,
  runId: string,
  erased: readonly ContactOutcome[],
): Promise<void> {
  const lookedUp = erased.filter(({ outcome }) =>
    (LOOKED_UP_OUTCOMES as readonly string[]).includes(outcome),
  );
  if (lookedUp.length === 0) return;
  await tx.query("UPDATE runs SET erased_looked_up = erased_looked_up + $2 WHERE id = $1", [
    runId,
    lookedUp.length,
  ]);
}
