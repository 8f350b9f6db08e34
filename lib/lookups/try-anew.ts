import type { ClientBase } from "pg";
import { probeAnew } from "./breaker";
import { noteServed } from "./throttle";
import type { Upstream } from "./upstream";

/**
 * A person started or resumed work: how long Kaleyra has been away, or has refused calls, counts
 * from now on, or the work would be paused at once. A `Retry-After` that is not over stays.
 */
export async function tryAnew(
  db: Pick<ClientBase, "query">,
  accountId: string,
  upstream: Upstream,
): Promise<void> {
  await probeAnew(db, accountId, upstream);
  await noteServed(db, accountId, upstream);
}
