import type { ClientBase } from "pg";
import { noteAlive } from "./breaker";
import { noteServed } from "./throttle";
import type { Upstream } from "./upstream";

/** Notes, for all calls of the account, that one was answered: the upstream is there, and serves. */
export async function noteAnswer(
  db: Pick<ClientBase, "query">,
  accountId: string,
  upstream: Upstream,
): Promise<void> {
  await noteAlive(db, accountId, upstream);
  await noteServed(db, accountId, upstream);
}
