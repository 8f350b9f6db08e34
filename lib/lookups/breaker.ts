import type { ClientBase } from "pg";
import { type FailureKind, failurePolicy } from "@/lib/kaleyra/failures";
import { MAX_PROBES } from "./backoff";
import { UPSTREAM_COLUMNS, type Upstream } from "./upstream";

/** Work whose account's breaker has been open for this long is paused, with this reason. */
export const LONG_DOWN = "1 hour";
export const LONG_DOWN_REASON = "kaleyra_down";
/**
 * An hour counts when it was tried within so long last. What nobody tried, as in a night in which
 * the machine was off, says nothing of Kaleyra, and the hour begins with the next trial.
 */
export const LATELY = "5 minutes";

type Db = Pick<ClientBase, "query">;

/** After so many calls in a row that found Kaleyra down, no more are made but probes. */
const OPENS_AFTER = 3;
/** So many failures in a row stand for `MAX_PROBES` probes since the breaker opened. */
export const PROBED_IN_VAIN = OPENS_AFTER + MAX_PROBES;
/** The first probe comes so soon after the breaker opened; each further one waits twice as long. */
const FIRST_PROBE_S = 5;
const LONGEST_PAUSE_S = 60;
/** A probe holds its turn for longer than a call can last, so that there is one at a time. */
const PROBE_TURN_S = 40;

/** Whether a failure says that Kaleyra is down, rather than that it dislikes this one call. */
export function saysDown(kind: FailureKind): boolean {
  return failurePolicy(kind).retry && kind !== "throttled";
}

/**
 * Notes that a call found Kaleyra down. The account's breaker opens at the third in a row, for all
 * of its work on all workers; a failed probe doubles the pause up to a minute. (The pattern is
 * Nygard's circuit breaker, "Release It!".)
 */
export async function noteDown(
  db: Db,
  accountId: string,
  isProbe: boolean,
  upstream: Upstream,
): Promise<void> {
  const { failures, openSince, probeAt } = UPSTREAM_COLUMNS[upstream];
  // Calls that were in flight when the breaker opened say nothing new.
  await db.query(
    `UPDATE account_gates SET ${failures} = ${failures} + 1,
       ${openSince} = CASE WHEN ${failures} + 1 >= $2 THEN coalesce(${openSince}, now()) END,
       ${probeAt} = CASE WHEN ${failures} + 1 >= $2
         THEN now() + make_interval(secs => least($4, $3 * power(2, ${failures} + 1 - $2))) END
     WHERE account_id = $1 AND (${openSince} IS NULL OR $5)`,
    [accountId, OPENS_AFTER, FIRST_PROBE_S, LONGEST_PAUSE_S, isProbe],
  );
}

/** SQL: closes the breaker in a row of `account_gates`, and whether there is anything to close. */
export function closeBreaker(upstream: Upstream): { set: string; ifAny: string } {
  const { failures, openSince, probeAt } = UPSTREAM_COLUMNS[upstream];
  return {
    set: `${failures} = 0, ${openSince} = NULL, ${probeAt} = NULL`,
    ifAny: `${failures} > 0`,
  };
}

/** Notes that Kaleyra answered, whatever it said: the breaker closes. */
export async function noteAlive(db: Db, accountId: string, upstream: Upstream): Promise<void> {
  const { set, ifAny } = closeBreaker(upstream);
  await db.query(`UPDATE account_gates SET ${set} WHERE account_id = $1 AND ${ifAny}`, [accountId]);
}

/** Lets work that a person starts or resumes probe at once, and waits for Kaleyra anew. */
export async function probeAnew(db: Db, accountId: string, upstream: Upstream): Promise<void> {
  const { openSince, probeAt } = UPSTREAM_COLUMNS[upstream];
  await db.query(
    `UPDATE account_gates SET ${openSince} = now(), ${probeAt} = now()
     WHERE account_id = $1 AND ${openSince} IS NOT NULL`,
    [accountId],
  );
}

/** Gives a probe's turn back that was not used. */
export async function returnProbe(db: Db, accountId: string, upstream: Upstream): Promise<void> {
  const { openSince, probeAt } = UPSTREAM_COLUMNS[upstream];
  await db.query(
    `UPDATE account_gates SET ${probeAt} = now()
     WHERE account_id = $1 AND ${openSince} IS NOT NULL`,
    [accountId],
  );
}

/** Takes the turn of the next probe. False: another process has it. */
export async function takeProbe(db: Db, accountId: string, upstream: Upstream): Promise<boolean> {
  const { openSince, probeAt } = UPSTREAM_COLUMNS[upstream];
  const { rowCount } = await db.query(
    `UPDATE account_gates SET ${probeAt} = now() + make_interval(secs => $2),
       ${openSince} = CASE WHEN ${probeAt} < now() - interval '${LATELY}' THEN now()
         ELSE ${openSince} END
     WHERE account_id = $1 AND ${openSince} IS NOT NULL AND ${probeAt} <= now()`,
    [accountId, PROBE_TURN_S],
  );
  return rowCount === 1;
}
