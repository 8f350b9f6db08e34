import type { ClientBase } from "pg";
import type { ContactSegment, DetailsView } from "@/lib/api/details";
import type { ContactFilter } from "@/lib/api/results";
import { pool } from "@/lib/db/pool";
import { hasOpenCall } from "@/lib/lookups/ledger";
import { contactWhere, type Where } from "@/lib/segments/contact-where";
import { SEGMENT_OUTCOMES } from "@/lib/segments/segment-outcomes";
import { ID_LIFE } from "./limits";

/** The contacts that a pass is meant for, as `run_id` and `line`. */
export function selectedContacts(
  runId: string,
  segment: ContactSegment,
  filter: ContactFilter,
): Where {
  const { sql, values } = contactWhere(runId, filter, SEGMENT_OUTCOMES[segment]);
  return { sql: `SELECT run_id, line FROM contact_results WHERE ${sql}`, values };
}

/** SQL: the details of a number (row `d`) can be fetched by an earlier lookup id, free of charge. */
export const HAS_LIVE_ID = `(d.lookup_id IS NOT NULL AND d.requested_at > now() - interval '${ID_LIFE}')`;

/** SQL: a pass that has not ended will ask for the number (row `d`), or a call does so just now. */
export const IS_UNDER_WAY = `(d.state IN ('wanted', 'requesting', 'requested') AND (
  EXISTS (SELECT 1 FROM detail_passes p WHERE p.id = d.pass_id
    AND p.status IN ('queued', 'running', 'paused'))
  OR (d.state = 'requesting' AND ${hasOpenCall("d")})))`;

/** Counts what a pass over a selection would do. */
export async function countSelection(
  { sql, values }: Where,
  db: Pick<ClientBase, "query"> = pool(),
): Promise<DetailsView["selection"]> {
  const { rows } = await db.query<DetailsView["selection"]>(
    `SELECT count(*)::int AS contacts,
       count(*) FILTER (WHERE step = 'known')::int AS known,
       count(*) FILTER (WHERE step = 'under_way')::int AS "underWay",
       count(*) FILTER (WHERE step = 'fetch')::int AS "toFetch",
       count(*) FILTER (WHERE step = 'ask')::int AS "toAsk"
     FROM (
       SELECT CASE WHEN d.line IS NULL THEN 'ask' WHEN d.state = 'ready' THEN 'known'
         WHEN ${IS_UNDER_WAY} THEN 'under_way' WHEN ${HAS_LIVE_ID} THEN 'fetch' ELSE 'ask' END AS step
       FROM (${sql}) c LEFT JOIN number_details d USING (run_id, line)
     ) steps`,
    values,
  );
  return rows[0] ?? { contacts: 0, known: 0, underWay: 0, toFetch: 0, toAsk: 0 };
}
