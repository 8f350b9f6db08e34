import type { PoolClient } from "pg";
import { BREAKER_COLUMNS, LONG_DOWN, LONG_DOWN_REASON, takeProbe, type Upstream } from "./breaker";
import { stopWork, type Work } from "./work";

/** A call is not held for longer than this before it is made; the lane sleeps without it instead. */
const MAX_HOLD_MS = 3_000;
/** A lane that has to wait looks again so often: its work may have been cancelled, the hold lifted. */
const LOOK_AGAIN_MS = 2_000;

/** The account whose turn it may be, with the state of its gate `g`, see `turnColumns`. */
export interface AccountAtGate {
  id: string;
  callsPerSecond: number;
  /** Milliseconds until the account's next call could be made. */
  delay: number;
  /** Whether the breaker is open, and milliseconds until the next probe. */
  isOpen: boolean;
  probeDelay: number;
  /** It has been open for so long that a person should know. */
  isLongDown: boolean;
}

/** The columns of an `AccountAtGate`, of `accounts a` and `account_gates g`. */
export function turnColumns(upstream: Upstream): string {
  const { openSince, probeAt } = BREAKER_COLUMNS[upstream];
  return `a.id, a.calls_per_second AS "callsPerSecond",
    ceil(extract(epoch FROM g.next_at - clock_timestamp()) * 1000)::int AS delay,
    g.${openSince} IS NOT NULL AS "isOpen",
    coalesce(ceil(extract(epoch FROM g.${probeAt} - now()) * 1000)::int, 0) AS "probeDelay",
    coalesce(g.${openSince} < now() - interval '${LONG_DOWN}', false) AS "isLongDown"`;
}

export type Turn =
  | { kind: "call"; isProbe: boolean }
  | { kind: "wait"; ms: number }
  /** The upstream has been down for long: the work was paused. */
  | { kind: "stop" };

/** Whether a lane may make its next call now, and whether that is the probe of an open breaker. */
export async function takeTurn(
  tx: PoolClient,
  work: Work,
  account: AccountAtGate,
  upstream: Upstream,
): Promise<Turn> {
  const isProbe = account.isOpen;
  if (account.isLongDown) {
    await stopWork(tx, work, "paused", LONG_DOWN_REASON);
    return { kind: "stop" };
  }
  const delay = isProbe ? account.probeDelay : account.delay;
  if (delay > (isProbe ? 0 : MAX_HOLD_MS)) {
    return { kind: "wait", ms: Math.min(delay, LOOK_AGAIN_MS) };
  }
  if (isProbe && !(await takeProbe(tx, account.id, upstream))) {
    return { kind: "wait", ms: LOOK_AGAIN_MS };
  }
  return { kind: "call", isProbe };
}
