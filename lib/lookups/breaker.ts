import type { ClientBase } from "pg";
import { type FailureKind, failurePolicy } from "@/lib/kaleyra/failures";

/** Work whose account's breaker has been open for this long is paused, with this reason. */
export const LONG_DOWN = "1 hour";
export const LONG_DOWN_REASON = "kaleyra_down";

type Db = Pick<ClientBase, "query">;

/**
 * The hosts that an account talks to: that of the RCS lookups and that of the classic number
 * lookup. Each has a breaker of its own, for one may be down while the other answers.
 */
export type Upstream = "rcs" | "api";

/** Where the breaker of an upstream stands in `account_gates`. */
export const BREAKER_COLUMNS = {
  rcs: { failures: "failures", openSince: "open_since", probeAt: "probe_at" },
  api: { failures: "api_failures", openSince: "api_open_since", probeAt: "api_probe_at" },
} as const satisfies Record<Upstream, object>;

/** After so many calls in a row that found Kaleyra down, no more are made but probes. */
const OPENS_AFTER = 3;
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
  upstream: Upstream = "rcs",
): Promise<void> {
  const { failures, openSince, probeAt } = BREAKER_COLUMNS[upstream];
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

/** Notes that Kaleyra answered, whatever it said: the breaker closes. */
export async function noteAlive(
  db: Db,
  accountId: string,
  upstream: Upstream = "rcs",
): Promise<void> {
  const { failures, openSince, probeAt } = BREAKER_COLUMNS[upstream];
  await db.query(
    `UPDATE account_gates SET ${failures} = 0, ${openSince} = NULL, ${probeAt} = NULL
     WHERE account_id = $1 AND ${failures} > 0`,
    [accountId],
  );
}

/** Lets resumed work probe at once, and waits for Kaleyra anew. */
export async function probeAnew(
  db: Db,
  accountId: string,
  upstream: Upstream = "rcs",
): Promise<void> {
  const { openSince, probeAt } = BREAKER_COLUMNS[upstream];
  await db.query(
    `UPDATE account_gates SET ${openSince} = now(), ${probeAt} = now()
     WHERE account_id = $1 AND ${openSince} IS NOT NULL`,
    [accountId],
  );
}

/** Takes the turn of the next probe. False: another process has it. */
export async function takeProbe(db: Db, accountId: string, upstream: Upstream): Promise<boolean> {
  const { openSince, probeAt } = BREAKER_COLUMNS[upstream];
  const { rowCount } = await db.query(
    `UPDATE account_gates SET ${probeAt} = now() + make_interval(secs => $2)
     WHERE account_id = $1 AND ${openSince} IS NOT NULL AND ${probeAt} <= now()`,
    [accountId, PROBE_TURN_S],
  );
  return rowCount === 1;
}
