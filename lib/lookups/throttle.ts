import type { ClientBase } from "pg";
import { throttledWaitMs } from "./backoff";
import { LATELY } from "./breaker";
import { holdAccount } from "./gate";
import { UPSTREAM_COLUMNS, type Upstream } from "./upstream";

/** Work of an account that was served nothing but refusals for so long is paused, with this reason. */
export const LONG_THROTTLED = "1 hour";
export const LONG_THROTTLED_REASON = "kaleyra_throttles";

type Db = Pick<ClientBase, "query">;

/**
 * Notes a call that was refused as one too many, and holds the account: for as long as Kaleyra
 * says, or else for a wait that grows with each refusal in a row (full jitter, up to a cap).
 * Such a call is no attempt at its numbers: a rate limit means waiting, never a failed lookup.
 */
export async function noteThrottled(
  db: Db,
  accountId: string,
  upstream: Upstream,
  retryAfterMs?: number,
): Promise<void> {
  const { throttles, throttledSince } = UPSTREAM_COLUMNS[upstream];
  // Calls that were on their way when the hold began say nothing new.
  const { rows } = await db.query<{ throttles: number }>(
    `UPDATE account_gates SET
       ${throttledSince} = CASE WHEN held_until > now() - interval '${LATELY}'
         THEN coalesce(${throttledSince}, now()) ELSE now() END,
       ${throttles} = ${throttles} + (held_until IS NULL OR held_until <= clock_timestamp())::int
     WHERE account_id = $1 RETURNING ${throttles} AS throttles`,
    [accountId],
  );
  const inARow = Math.max(1, rows[0]?.throttles ?? 1);
  // "At once" was just refused: it is no time to come back.
  const isTold = retryAfterMs !== undefined && retryAfterMs >= 1_000;
  await holdAccount(accountId, isTold ? retryAfterMs : throttledWaitMs(inARow), db);
}

/** SQL: forgets the refusals in a row of `account_gates`, and whether there are any. */
export function forgetRefusals(upstream: Upstream): { set: string; ifAny: string } {
  const { throttles, throttledSince } = UPSTREAM_COLUMNS[upstream];
  return {
    set: `${throttles} = 0, ${throttledSince} = NULL`,
    ifAny: `${throttledSince} IS NOT NULL`,
  };
}

/** Notes that a call was served, or that a person asks to try anew. */
export async function noteServed(db: Db, accountId: string, upstream: Upstream): Promise<void> {
  const { set, ifAny } = forgetRefusals(upstream);
  await db.query(`UPDATE account_gates SET ${set} WHERE account_id = $1 AND ${ifAny}`, [accountId]);
}
