import type { z } from "zod";
import type { ContactView, listContacts as operation } from "@/lib/api/runs";
import type { SessionUser } from "@/lib/auth/session";
import { pool } from "@/lib/db/pool";
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
    `SELECT line, e164 AS number, country, number_type AS "numberType", outcome, carrier,
       carrier_status AS "carrierStatus", failure, checked_at AS "checkedAt", kept
     FROM contacts WHERE ${sql} AND line > $${values.length + 1}
     ORDER BY line LIMIT $${values.length + 2}`,
    [...values, Number(after) || 0, query.limit + 1],
  );
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => ({ ...row, checkedAt: row.checkedAt?.toISOString() ?? null })),
    nextCursor: rows.length > shown.length && last ? encodeCursor([last.line]) : null,
  };
}
