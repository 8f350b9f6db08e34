import type { z } from "zod";
import type { ContactView, listContacts as operation } from "@/lib/api/results";
import type { SessionUser } from "@/lib/auth/session";
import { pool } from "@/lib/db/pool";
import { CONTACT_DETAILS, contactDetails } from "@/lib/details/contact-details";
import { decodeCursor, encodeCursor } from "@/lib/runs/cursor";
import { findRun } from "@/lib/runs/find-run";
import { contactWhere } from "./contact-where";

type Query = z.output<(typeof operation)["query"]>;

interface ContactRow extends Omit<ContactView, "checkedAt"> {
  checkedAt: Date | null;
}

/** A page of a run's contacts in the order of the file. Shows numbers, so not for viewers. */
export async function listContacts(
  user: SessionUser,
  runId: string,
  query: Query,
): Promise<{ items: ContactView[]; nextCursor: string | null }> {
  await findRun(user, runId, "analyst");
  const { sql, values } = contactWhere(runId, query);
  const [after = 0] = decodeCursor(query.cursor) ?? [];
  const { rows } = await pool().query<ContactRow>(
    `SELECT c.line, c.e164 AS number, c.country, c.number_type AS "numberType", c.outcome,
       c.carrier, c.carrier_status AS "carrierStatus", c.failure, c.checked_at AS "checkedAt",
       c.kept, ${CONTACT_DETAILS} AS details
     FROM (
       SELECT * FROM contacts WHERE ${sql} AND line > $${values.length + 1}
       ORDER BY line LIMIT $${values.length + 2}
     ) c LEFT JOIN number_details d USING (run_id, line) ORDER BY c.line`,
    [...values, Number(after) || 0, query.limit + 1],
  );
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => ({
      ...row,
      checkedAt: row.checkedAt?.toISOString() ?? null,
      details: contactDetails(row.details),
    })),
    nextCursor: rows.length > shown.length && last ? encodeCursor([last.line]) : null,
  };
}
