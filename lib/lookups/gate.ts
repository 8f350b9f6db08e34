import type { ClientBase } from "pg";
import { pool } from "@/lib/db/pool";

/**
 * Moments are so much further apart than the account's calls per second ask for, because calls
 * arrive a little sooner or later than they were meant to: no second holds one call more.
 */
export const SPACING = 1.1;

/** A lane holds no call for longer than this before it is made; it sleeps without one instead. */
export const MAX_HOLD_MS = 3_000;

/** When a reserved call is to be made, by this process's clock that never goes back. */
export interface Moment {
  /** The database's clock is another one: the moment lies somewhere between these two. */
  earliest: number;
  latest: number;
}

export interface AccountWithLimit {
  id: string;
  callsPerSecond: number;
}

/**
 * Reserves the next call of an account. All workers and web processes share this budget: each
 * reservation moves the account's next moment on. The account's row is held for no longer than that
 * takes: not within a transaction, and without waiting for the disk, which has nothing to keep.
 *
 * @returns null, and nothing is reserved, when that moment is further away than `withinMs`: since
 * the caller looked, others may have reserved theirs, or Kaleyra asked for a long pause
 */
export async function reserveCall(
  account: AccountWithLimit,
  withinMs = MAX_HOLD_MS,
): Promise<Moment | null> {
  const asked = performance.now();
  const { rows } = await pool().query<{ queued_ms: number; wait_ms: number }>({
    name: "reserve-call",
    text: `WITH soon AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true))
     UPDATE account_gates
     SET next_at = GREATEST(next_at, clock_timestamp()) + make_interval(secs => $2::float8)
     FROM soon
     WHERE account_id = $1 AND next_at <= clock_timestamp() + make_interval(secs => $3::float8)
     RETURNING
       EXTRACT(EPOCH FROM clock_timestamp() - statement_timestamp())::float8 * 1000 AS queued_ms,
       EXTRACT(EPOCH FROM next_at - clock_timestamp())::float8 * 1000 - $2::float8 * 1000 AS wait_ms`,
    values: [account.id, SPACING / account.callsPerSecond, withinMs / 1000],
  });
  const [reserved] = rows;
  if (!reserved) return null;
  const waitMs = Math.max(0, reserved.wait_ms);
  return { earliest: asked + reserved.queued_ms + waitMs, latest: performance.now() + waitMs };
}

/** Milliseconds until an account's next call could be made, without reserving it. */
export async function gateDelay(db: Pick<ClientBase, "query">, accountId: string): Promise<number> {
  const { rows } = await db.query<{ wait_ms: number }>(
    `SELECT EXTRACT(EPOCH FROM next_at - clock_timestamp())::float8 * 1000 AS wait_ms
     FROM account_gates WHERE account_id = $1`,
    [accountId],
  );
  return Math.max(0, Math.ceil(rows[0]?.wait_ms ?? 0));
}

/** Whether Kaleyra wants no call of an account just now. */
export async function isHeld(accountId: string): Promise<boolean> {
  const { rows } = await pool().query(
    "SELECT 1 FROM account_gates WHERE account_id = $1 AND held_until > clock_timestamp()",
    [accountId],
  );
  return rows.length > 0;
}

/**
 * Lets no call of an account be made for a while, on any worker, as Kaleyra's `Retry-After` asks.
 * A hold that lasts longer already stays.
 */
export async function holdAccount(
  accountId: string,
  forMs: number,
  db: Pick<ClientBase, "query"> = pool(),
): Promise<void> {
  await db.query(
    `UPDATE account_gates
     SET next_at = GREATEST(next_at, clock_timestamp() + make_interval(secs => $2::float8)),
       held_until = GREATEST(held_until, clock_timestamp() + make_interval(secs => $2::float8))
     WHERE account_id = $1`,
    [accountId, forMs / 1000],
  );
}
