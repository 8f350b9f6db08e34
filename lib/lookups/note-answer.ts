import type { ClientBase } from "pg";
import { closeBreaker } from "./breaker";
import { forgetRefusals } from "./throttle";
import type { Upstream } from "./upstream";

/**
 * Notes, for all calls of the account, that one was answered: the upstream is there, and serves.
 * As `noteAlive` and `noteServed` together, in one trip to the database.
 */
export async function noteAnswer(
  db: Pick<ClientBase, "query">,
  accountId: string,
  upstream: Upstream,
): Promise<void> {
  const text = noteAnswerSql(upstream, "$1");
  await db.query({ name: `note-answer-${upstream}`, text, values: [accountId] });
}

/** SQL: the same, as a statement within another one. */
export function noteAnswerSql(upstream: Upstream, accountId: string): string {
  const [breaker, refusals] = [closeBreaker(upstream), forgetRefusals(upstream)];
  return `UPDATE account_gates SET ${breaker.set}, ${refusals.set}
    WHERE account_id = ${accountId} AND (${breaker.ifAny} OR ${refusals.ifAny})`;
}
