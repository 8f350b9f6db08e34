import type { z } from "zod";
import type { ContactView, listContacts as operation } from "@/lib/api/results";
import type { SessionUser } from "@/lib/auth/session";
import { pool } from "@/lib/db/pool";
import { CONTACT_DETAILS, contactDetails } from "@/lib/details/contact-details";
import { decodeCursor, encodeCursor } from "@/lib/runs/cursor";
import { findRun } from "@/lib/runs/find-run";
import { refusePurged } from "@/lib/runs/refuse-purged";
import { findLines } from "./find-lines";
import { contactForViewers } from "./for-viewers";
import { searchLines } from "./search-lines";

type Query = z.output<(typeof operation)["query"]>;

interface ContactRow extends Omit<ContactView, "checkedAt"> {
  checkedAt: Date | null;
}

/**
 * A page of a run's contacts: in the order of the file, those of a search by number. A viewer sees
 * no number, and can't search: that would tell whether a number is there.
 *
 * @throws AppError `run_purged` when they are gone; `forbidden` for a viewer's search
 */
export async function listContacts(
  user: SessionUser,
  runId: string,
  { cursor, limit, ...filter }: Query,
): Promise<{ items: ContactView[]; nextCursor: string | null }> {
  const { run, role } = await findRun(user, runId, filter.q ? "analyst" : "viewer");
  refusePurged(run);
  // The cursor is a line in both orders: a number would stand in the address of the page.
  const [last] = decodeCursor(cursor) ?? [];
  const page = { after: Number(last) || undefined, take: limit + 1 };
  const isFiltered = Object.values(filter).some(Boolean);
  const { q, ...rest } = filter;
  const find = () => (q ? searchLines(runId, { ...rest, q }, page) : findLines(runId, rest, page));
  const lines = isFiltered ? await find() : undefined;
  const rows = await readContacts(runId, lines ?? page);
  const shown = rows.slice(0, limit);
  const end = shown.at(-1);
  return {
    items: shown.map((row) => {
      const details = contactDetails(row.details);
      const contact = { ...row, checkedAt: row.checkedAt?.toISOString() ?? null, details };
      return role === "viewer" ? contactForViewers(contact) : contact;
    }),
    nextCursor: rows.length > shown.length && end ? encodeCursor([end.line]) : null,
  };
}

/** Contacts by line: those on these lines, in their order, or those that follow a line. */
async function readContacts(
  runId: string,
  which: number[] | { after?: number | undefined; take: number },
): Promise<ContactRow[]> {
  const [lines, ...values] = Array.isArray(which)
    ? ["unnest($2::int[]) WITH ORDINALITY AS l(line, no)", which]
    : [
        "(SELECT line, line AS no FROM contacts WHERE run_id = $1 AND line > $2 ORDER BY line LIMIT $3) l",
        which.after ?? 0,
        which.take,
      ];
  // Each contact by its line: joined freely, all of the run might be read for them.
  const { rows } = await pool().query<ContactRow>(
    `SELECT c.line, c.e164 AS number, c.country, c.number_type AS "numberType", c.outcome,
       c.carrier, c.carrier_status AS "carrierStatus", c.failure, c.checked_at AS "checkedAt",
       c.kept, ${CONTACT_DETAILS} AS details
     FROM ${lines} CROSS JOIN LATERAL (
         SELECT * FROM contact_results WHERE run_id = $1 AND line = l.line OFFSET 0
       ) c LEFT JOIN number_details d ON d.run_id = $1 AND d.line = c.line
     ORDER BY no`,
    [runId, ...values],
  );
  return rows;
}
