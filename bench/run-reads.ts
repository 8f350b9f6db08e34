import type { ContactFilter } from "@/lib/api/results";
import type { SessionUser } from "@/lib/auth/session";
import { pool } from "@/lib/db/pool";
import { encodeCursor } from "@/lib/runs/cursor";
import { getBreakdown } from "@/lib/runs/get-breakdown";
import { getReport } from "@/lib/runs/get-report";
import { getRun } from "@/lib/runs/get-run";
import { listCalls } from "@/lib/runs/list-calls";
import { contactWhere } from "@/lib/segments/contact-where";
import { listContacts } from "@/lib/segments/list-contacts";
import { listDuplicates } from "@/lib/segments/list-duplicates";
import { listInvalid } from "@/lib/segments/list-invalid";
import { CONTRARY, drawFilters, drawSearches } from "./contact-filters";
import { dice } from "./dice";

/** One read of a run's page, as its user makes it. */
export interface RunRead {
  kind: string;
  name: string;
  read: () => Promise<unknown>;
}

/** Rows that the page asks for at a time. */
const LIMIT = 50;

/** The rows of a list: what they are from, in which order. */
interface Places {
  where: string;
  order: string;
  values: unknown[];
}

/** Every read of a run's page: each list from its first, middle and last page. */
export async function runReads(
  user: SessionUser,
  id: string,
  filters: readonly NamedFilter[],
): Promise<RunRead[]> {
  const reads: RunRead[] = [];
  const add = (kind: string, name: string, read: () => Promise<unknown>) =>
    reads.push({ kind, name, read });
  add("summary", "summary", () => getRun(user, id));
  add("breakdown", "breakdown", () => getBreakdown(user, id));
  add("report", "report", () => getReport(user, id));
  for (const [index, { filter, kind }] of filters.entries()) {
    // To find what stands in the middle takes long here, so that every other filter must do.
    const places = await placesOf(contactPlaces(id, filter), index % 2 === 0);
    for (const [place, cursor] of places) {
      add(kind, `contacts ${JSON.stringify(filter)}, ${place} page`, () =>
        listContacts(user, id, { ...filter, limit: LIMIT, cursor }),
      );
    }
  }
  for (const reason of [undefined, "letters", "several_numbers", "date"] as const) {
    const where = "FROM invalid_rows WHERE run_id = $1 AND ($2::text IS NULL OR reason = $2)";
    for (const [place, cursor] of await placesOf({ where, order: "line", values: [id, reason] })) {
      add("invalid rows", `invalid rows, ${reason ?? "any reason"}, ${place} page`, () =>
        listInvalid(user, id, { reason, limit: LIMIT, cursor }),
      );
    }
  }
  const duplicates = "FROM duplicate_rows WHERE run_id = $1";
  for (const [place, cursor] of await placesOf({
    where: duplicates,
    order: "line",
    values: [id],
  })) {
    add("duplicates", `duplicates, ${place} page`, () =>
      listDuplicates(user, id, { limit: LIMIT, cursor }),
    );
  }
  for (const filter of [
    {},
    { of: "rcs" },
    { failed: "true" },
    { billing: "ambiguous" },
    { of: "details" },
  ] as const) {
    add("ledger", `ledger ${JSON.stringify(filter)}`, () =>
      listCalls(user, id, { ...filter, limit: LIMIT }),
    );
  }
  add("ledger", "latest calls", () => listCalls(user, id, { limit: 8 }));
  return reads;
}

/** A filter of the contacts, and the kind of read that it makes. */
export interface NamedFilter {
  kind: string;
  filter: ContactFilter;
}

/** A mix of all filters and searches, drawn from what a run holds: always the same. */
export async function mixedFilters(id: string): Promise<NamedFilter[]> {
  const roll = dice(8);
  const { rows: cells } = await pool().query(
    `SELECT outcome, country, nullif(carrier, '') AS carrier,
       nullif(carrier_status, '') AS "carrierStatus", 1 AS contacts
     FROM breakdowns WHERE run_id = $1 ORDER BY 1, 2, 3, 4`,
    [id],
  );
  const { rows: some } = await pool().query<{ e164: string }>(
    "SELECT e164 FROM contacts WHERE run_id = $1 AND line IN (2, 77) ORDER BY line",
    [id],
  );
  const drawn = drawFilters(cells, roll, 20);
  const searches = drawSearches(
    some.map((row) => row.e164),
    roll,
  ).map((q) => ({ q }));
  const both = searches.map((search, index) => ({ ...drawn[index % drawn.length], ...search }));
  const named = (kind: string) => (filter: ContactFilter) => ({
    kind: Object.values(filter).some(Boolean) ? kind : "contacts",
    filter,
  });
  return [
    { kind: "contacts", filter: {} },
    ...drawn.map(named("contacts, filtered")),
    ...searches.map(named("contacts, searched")),
    ...both.map(named("contacts, searched and filtered")),
    ...CONTRARY.map(named("contacts, contrary filters")),
  ];
}

function contactPlaces(id: string, filter: ContactFilter): Places {
  const { sql, values } = contactWhere(id, filter);
  const order = filter.q ? "e164" : "line";
  return { where: `FROM contact_results WHERE ${sql}`, order, values };
}

/** The cursors of a list's pages; one place alone when there is but one page. */
async function placesOf({ where, order, values }: Places, isPaged = true) {
  const places: [string, string | undefined][] = [["first", undefined]];
  if (!isPaged) return places;
  const { rows } = await pool().query<{ middle: number; last: number }>(
    `SELECT lines[count / 2] AS middle, lines[count - ${LIMIT}] AS last
     FROM (SELECT array_agg(line ORDER BY ${order}) AS lines, count(*)::int AS count ${where}) sorted
     WHERE count > ${LIMIT}`,
    values,
  );
  const [at] = rows;
  if (at) places.push(["middle", encodeCursor([at.middle])], ["last", encodeCursor([at.last])]);
  return places;
}
