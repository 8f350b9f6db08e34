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

/** A moment as the database reserves it, in milliseconds: how long that took, and from then on. */
export interface Reserved {
  queuedMs: number;
  waitMs: number;
}

/**
 * SQL: reserves the next call of an account, as `Reserved`. All workers and web processes share this
 * budget: each reservation moves the account's next moment on.
 *
 * @param from a relation with the account, as `id`, and its `"callsPerSecond"`
 * @param within the most seconds that the moment may be away. No row, and nothing is reserved, when
 * it is further: since the caller looked, others may have reserved theirs, or Kaleyra asked for a
 * long pause
 */
export const reserveSql = (from: string, within: string) => `
  UPDATE account_gates
  SET next_at = GREATEST(next_at, clock_timestamp()) + make_interval(secs => ${gapOf(from)})
  FROM ${from}
  WHERE account_id = ${from}.id
    AND next_at <= clock_timestamp() + make_interval(secs => ${within}::float8)
  RETURNING
    extract(epoch FROM clock_timestamp() - statement_timestamp())::float8 * 1000 AS "queuedMs",
    (extract(epoch FROM next_at - clock_timestamp())::float8 - ${gapOf(from)}) * 1000 AS "waitMs"`;

const gapOf = (from: string) => `${SPACING}::float8 / ${from}."callsPerSecond"`;

/** @param asked when this process asked for it, by `performance.now()` */
export function momentOf({ queuedMs, waitMs }: Reserved, asked: number): Moment {
  const wait = Math.max(0, waitMs);
  return { earliest: asked + queuedMs + wait, latest: performance.now() + wait };
}

/**
 * Reserves the next call of an account. The account's row is held for no longer than that takes: not
 * within a transaction, and without waiting for the disk, which has nothing to keep.
 *
 * @returns null when that moment is further away than `withinMs`
 */
export async function reserveCall(
  account: AccountWithLimit,
  withinMs = MAX_HOLD_MS,
): Promise<Moment | null> {
  const asked = performance.now();
  const { rows } = await pool().query<Reserved>({
    name: "reserve-call",
    text: `WITH wanted AS MATERIALIZED (
       SELECT $1::uuid AS id, $2::float8 AS "callsPerSecond",
         set_config('synchronous_commit', 'off', true)
     ) ${reserveSql("wanted", "$3")}`,
    values: [account.id, account.callsPerSecond, withinMs / 1000],
  });
  const [reserved] = rows;
  return reserved ? momentOf(reserved, asked) : null;
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
