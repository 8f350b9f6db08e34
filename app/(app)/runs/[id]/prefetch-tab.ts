import type { QueryKey } from "@tanstack/react-query";
import { callFilterOf } from "@/components/runs/call-filter";
import { contactFilterOf } from "@/components/runs/contact-filter";
import type { RunParams } from "@/components/runs/run-params";
import * as callOperations from "@/lib/api/calls";
import { callsQuery, contactsQuery, duplicatesQuery, invalidQuery } from "@/lib/api/queries";
import * as operations from "@/lib/api/results";
import type { RunView } from "@/lib/api/runs";
import type { SessionUser } from "@/lib/auth/session";
import { listCalls } from "@/lib/runs/list-calls";
import { listContacts } from "@/lib/segments/list-contacts";
import { listDuplicates } from "@/lib/segments/list-duplicates";
import { listInvalid } from "@/lib/segments/list-invalid";

/** Reads what the chosen tab of a run shows first. An address that makes no sense reads nothing. */
export async function prefetchTab(
  user: SessionUser,
  { id, role }: Pick<RunView, "id" | "role">,
  params: RunParams,
): Promise<[QueryKey, unknown][]> {
  const cursor = params.cursor ?? undefined;
  const reason = params.reason ?? undefined;
  if (params.tab === "contacts") {
    const filter = contactFilterOf(params);
    const query = operations.listContacts.query.safeParse({ ...filter, cursor });
    // A search is not a viewer's: the list itself says so.
    if (!query.success || (filter.q && role === "viewer")) return [];
    return [[contactsQuery(id, filter, cursor).queryKey, await listContacts(user, id, query.data)]];
  }
  if (params.tab === "invalid") {
    const query = operations.listInvalid.query.safeParse({ reason, cursor });
    if (!query.success) return [];
    return [[invalidQuery(id, reason, cursor).queryKey, await listInvalid(user, id, query.data)]];
  }
  if (params.tab === "duplicates") {
    const query = operations.listDuplicates.query.safeParse({ cursor });
    if (!query.success) return [];
    return [[duplicatesQuery(id, cursor).queryKey, await listDuplicates(user, id, query.data)]];
  }
  if (params.tab === "lookups") {
    const filter = callFilterOf(params);
    const query = callOperations.listCalls.query.safeParse({ ...filter, cursor });
    if (!query.success) return [];
    return [[callsQuery(id, filter, cursor).queryKey, await listCalls(user, id, query.data)]];
  }
  return [];
}
