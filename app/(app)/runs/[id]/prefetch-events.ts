import type { QueryKey } from "@tanstack/react-query";
import { LATEST_CALLS, latestCallsQuery } from "@/lib/api/queries";
import { isUnderWay } from "@/lib/api/run-status";
import type { RunView } from "@/lib/api/runs";
import type { SessionUser } from "@/lib/auth/session";
import { listCalls } from "@/lib/runs/list-calls";

/** Reads the latest calls of a run whose progress is shown. */
export async function prefetchEvents(
  user: SessionUser,
  { id, status }: Pick<RunView, "id" | "status">,
): Promise<[QueryKey, unknown][]> {
  if (!isUnderWay(status)) return [];
  return [[latestCallsQuery(id, false).queryKey, await listCalls(user, id, LATEST_CALLS)]];
}
