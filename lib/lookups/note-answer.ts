import type { ClientBase } from "pg";
import { UPSTREAM_COLUMNS, type Upstream } from "./upstream";

/**
 * Notes, for all calls of the account, that one was answered: the upstream is there, and serves.
 * As `noteAlive` and `noteServed` together, in one trip to the database.
 */
export async function noteAnswer(
  db: Pick<ClientBase, "query">,
  accountId: string,
  upstream: Upstream,
): Promise<void> {
  const { failures, openSince, probeAt, throttles, throttledSince } = UPSTREAM_COLUMNS[upstream];
  await db.query(
    `UPDATE account_gates SET ${failures} = 0, ${openSince} = NULL, ${probeAt} = NULL,
       ${throttles} = 0, ${throttledSince} = NULL
     WHERE account_id = $1 AND (${failures} > 0 OR ${throttledSince} IS NOT NULL)`,
    [accountId],
  );
}
