import type { PoolClient } from "pg";
import { pool } from "@/lib/db/pool";
import { LATELY, LONG_DOWN, LONG_DOWN_REASON, takeProbe } from "./breaker";
import { MAX_HOLD_MS } from "./gate";
import { LONG_THROTTLED, LONG_THROTTLED_REASON } from "./throttle";
import { UPSTREAM_COLUMNS, type Upstream } from "./upstream";
import { IS_GOING, stopWork, type Work } from "./work";

/** A lane that has to wait looks again so often: its work may have been cancelled, the hold lifted. */
const LOOK_AGAIN_MS = 2_000;

/** The account whose turn it may be, with the state of its gate `g`, see `turnColumns`. */
export interface AccountAtGate {
  id: string;
  callsPerSecond: number;
  /** Milliseconds until the account's next call could be made. */
  delay: number;
  /** Milliseconds until Kaleyra wants any call at all; not positive: it may be called. */
  holdDelay: number;
  /** Whether the breaker is open, and milliseconds until the next probe. */
  isOpen: boolean;
  probeDelay: number;
  /** It has been open for so long that a person should know. */
  isLongDown: boolean;
  /** It has been served nothing but refusals for so long that a person should know. */
  isLongThrottled: boolean;
}

/** The columns of an `AccountAtGate`, of `accounts a` and `account_gates g`. */
export function turnColumns(upstream: Upstream): string {
  const { openSince, probeAt, throttledSince } = UPSTREAM_COLUMNS[upstream];
  return `a.id, a.calls_per_second AS "callsPerSecond",
    ceil(extract(epoch FROM g.next_at - clock_timestamp()) * 1000)::int AS delay,
    coalesce(ceil(extract(epoch FROM g.held_until - clock_timestamp()) * 1000)::int, 0) AS "holdDelay",
    g.${openSince} IS NOT NULL AS "isOpen",
    coalesce(ceil(extract(epoch FROM g.${probeAt} - now()) * 1000)::int, 0) AS "probeDelay",
    coalesce(g.${openSince} < now() - interval '${LONG_DOWN}'
      AND g.${probeAt} > now() - interval '${LATELY}', false) AS "isLongDown",
    coalesce(g.${throttledSince} < now() - interval '${LONG_THROTTLED}'
      AND g.held_until > now() - interval '${LATELY}', false) AS "isLongThrottled"`;
}

/** SQL, over those columns: the account's turn has come, and its call is no probe. As `takeTurn`. */
export const IS_GRANTED = `NOT "isOpen" AND NOT "isLongThrottled" AND delay <= ${MAX_HOLD_MS}`;

export type Turn =
  | { kind: "call"; isProbe: boolean }
  | { kind: "wait"; ms: number }
  /** The upstream has been down, or has refused calls, for long: the work was paused. */
  | { kind: "stop" };

/** Whether a lane may make its next call now, and whether that is the probe of an open breaker. */
export async function takeTurn(
  tx: PoolClient,
  work: Work,
  account: AccountAtGate,
  upstream: Upstream,
): Promise<Turn> {
  const isProbe = account.isOpen;
  if (account.isLongDown || account.isLongThrottled) {
    const reason = account.isLongDown ? LONG_DOWN_REASON : LONG_THROTTLED_REASON;
    await stopWork(tx, work, "paused", reason);
    return { kind: "stop" };
  }
  const farDelay = account.delay > MAX_HOLD_MS ? account.delay : 0;
  const delay = isProbe ? Math.max(farDelay, account.probeDelay, account.holdDelay) : farDelay;
  if (delay > 0) return { kind: "wait", ms: Math.min(delay, LOOK_AGAIN_MS) };
  if (isProbe && !(await takeProbe(tx, account.id, upstream))) {
    return { kind: "wait", ms: LOOK_AGAIN_MS };
  }
  return { kind: "call", isProbe };
}

/**
 * Whether a call that was granted and has waited for its moment may still be made: in the meantime
 * Kaleyra may have asked to slow down, the breaker may have opened, or the work been stopped.
 */
export async function isStillGranted(
  { table, id, round }: Work,
  accountId: string,
  upstream: Upstream,
  isProbe: boolean,
): Promise<boolean> {
  const { openSince } = UPSTREAM_COLUMNS[upstream];
  const { rows } = await pool().query(
    `SELECT 1 FROM account_gates g JOIN ${table} w ON w.id = $2 AND w.round = $3 AND w.${IS_GOING}
     WHERE g.account_id = $1 AND (g.${openSince} IS NULL OR $4)
       AND (g.held_until IS NULL OR g.held_until <= clock_timestamp())`,
    [accountId, id, round, isProbe],
  );
  return rows.length > 0;
}
