import type { PoolClient } from "pg";
import { LOOKED_UP_OUTCOMES } from "@/lib/lookups/looked-up";
import { stripeOf } from "@/lib/segments/stripes";
import type { WantedNumber } from "./wanted-number";

interface Erased {
  contacts: number;
  details: number;
  /** Of the contacts: those that Kaleyra had been asked about and not rejected. */
  lookedUp: number;
}

interface ContactRow {
  line: number;
  outcome: string;
  country: string;
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
  // An answer that is being stored is waited for, and the contact comes back as it has become.
  const { rows } = await tx.query<ContactRow>(
    `DELETE FROM contacts WHERE run_id = $1 AND e164 = $2
     RETURNING line, outcome, country, coalesce(carrier, '') AS carrier,
       coalesce(carrier_status, '') AS "carrierStatus"`,
    [runId, e164],
  );
  const [contact] = rows;
  if (!contact) return nothing;
  const { line, outcome, country, carrier, carrierStatus } = contact;
  const cell = [runId, outcome, country, carrier, carrierStatus];
  const ofCell = `run_id = $1 AND outcome = $2::"Outcome" AND country = $3 AND carrier = $4
    AND carrier_status = $5`;
  await tx.query(
    `UPDATE cell_lines SET lines = array_remove(lines, $6)
     WHERE ${ofCell} AND stripe = ${stripeOf("$6::int")}`,
    [...cell, line],
  );
  await tx.query(
    `DELETE FROM cell_lines WHERE ${ofCell} AND stripe = ${stripeOf("$6::int")} AND lines = '{}'`,
    [...cell, line],
  );
  await tx.query(`UPDATE breakdowns SET contacts = contacts - 1 WHERE ${ofCell}`, cell);
  const lookedUp = (LOOKED_UP_OUTCOMES as readonly string[]).includes(outcome) ? 1 : 0;
  return { contacts: 1, details: details.rowCount ?? 0, lookedUp };
}
