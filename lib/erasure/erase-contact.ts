import type { PoolClient } from "pg";
import { ERASED } from "@/lib/lookups/answer-stripes";
import { LOOKED_UP_OUTCOMES } from "@/lib/lookups/looked-up";
import { stripeSql, whichSql } from "@/lib/segments/stripes";
import type { WantedNumber } from "./wanted-number";

interface Erased {
  contacts: number;
  details: number;
  /** Of the contacts: those that Kaleyra had been asked about and not rejected. */
  lookedUp: number;
}

interface ErasedAnswer {
  outcome: string;
  carrier: string;
  carrierStatus: string;
}

/** Deletes the contact of a number with its details, from its list of lines and the breakdown too. */
export async function eraseContact(
  tx: PoolClient,
  runId: string,
  { e164 }: WantedNumber,
): Promise<Erased> {
  const nothing = { contacts: 0, details: 0, lookedUp: 0 };
  if (e164 === null) return nothing;
  const details = await tx.query(
    `DELETE FROM number_details d USING contacts c
     WHERE c.run_id = $1 AND c.e164 = $2 AND d.run_id = $1 AND d.line = c.line`,
    [runId, e164],
  );
  const { rows } = await tx.query<{ line: number; country: string }>(
    "DELETE FROM contacts WHERE run_id = $1 AND e164 = $2 RETURNING line, country",
    [runId, e164],
  );
  const [contact] = rows;
  if (!contact) return nothing;
  const { line, country } = contact;
  const { outcome, carrier, carrierStatus } = await eraseAnswer(tx, runId, line);
  const cell = [runId, outcome, country, carrier, carrierStatus];
  const ofCell = `run_id = $1 AND outcome = $2::"Outcome" AND country = $3 AND carrier = $4
    AND carrier_status = $5`;
  await tx.query(
    `UPDATE cell_lines SET lines = array_remove(lines, $6)
     WHERE ${ofCell} AND stripe = ${stripeSql("$6::int")}`,
    [...cell, line],
  );
  await tx.query(
    `DELETE FROM cell_lines WHERE ${ofCell} AND stripe = ${stripeSql("$6::int")} AND lines = '{}'`,
    [...cell, line],
  );
  await tx.query(`UPDATE breakdowns SET contacts = contacts - 1 WHERE ${ofCell}`, cell);
  const lookedUp = (LOOKED_UP_OUTCOMES as readonly string[]).includes(outcome) ? 1 : 0;
  return { contacts: 1, details: details.rowCount ?? 0, lookedUp };
}

/**
 * Marks the line of a contact that is gone, so that no answer to it is stored any more, and tells
 * what was known of it. An answer that is being stored is waited for.
 */
async function eraseAnswer(tx: PoolClient, runId: string, line: number): Promise<ErasedAnswer> {
  const which = whichSql("$2::int");
  const { rows } = await tx.query<ErasedAnswer>(
    `SELECT coalesce(a.outcomes[${which}], 'pending') AS outcome,
       coalesce(a.carriers[${which}], '') AS carrier,
       coalesce(a.carrier_statuses[${which}], '') AS "carrierStatus"
     FROM answers a WHERE a.run_id = $1 AND a.stripe = ${stripeSql("$2::int")} FOR UPDATE`,
    [runId, line],
  );
  await tx.query(
    `UPDATE answers a SET ${whichSql("$2::int")} = ${ERASED}
     WHERE a.run_id = $1 AND a.stripe = ${stripeSql("$2::int")}`,
    [runId, line],
  );
  // A run that was not planned yet has no answers.
  return rows[0] ?? { outcome: "pending", carrier: "", carrierStatus: "" };
}
