import { randomUUID } from "node:crypto";
import { pool } from "@/lib/db/pool";
import { logger } from "@/lib/logger";

/** The sign of life of a worker process. */
export interface Heartbeat {
  /**
   * For how many milliseconds it has been heard without a break, up to now; 0 during a break. After
   * one this process knows of no other whether it is gone or was not heard either.
   */
  steadyFor: () => number;
  /** Ends it: what this worker has left is free for others at once. */
  stop: () => Promise<void>;
}

/**
 * Says in the database that a worker is there, several times within `goneMs`, after which others
 * take it for gone. A worker of the same id that was there before is replaced.
 *
 * @param onReplaced called when others have taken it for gone, or another process bears its id: it
 * must end, since its work is no longer its own
 */
export async function startHeartbeat(
  id: string,
  goneMs: number,
  onReplaced: () => void,
): Promise<Heartbeat> {
  const incarnation = randomUUID();
  await pool().query(
    `INSERT INTO workers (id, incarnation) VALUES ($1, $2)
     ON CONFLICT (id) DO UPDATE SET incarnation = excluded.incarnation, seen_at = now()`,
    [id, incarnation],
  );
  const pause = goneMs / 6;
  /** Later than that a beat is missing. */
  const mostPause = 3 * pause;
  // Not the clock that never goes back: that one stands still while a machine sleeps.
  let heardAt = Date.now();
  let steadySince = heardAt;
  const beat = async () => {
    try {
      const { rowCount } = await pool().query(
        "UPDATE workers SET seen_at = now() WHERE id = $1 AND incarnation = $2",
        [id, incarnation],
      );
      if (!rowCount) return onReplaced();
      const now = Date.now();
      if (now - heardAt > mostPause) steadySince = now;
      heardAt = now;
    } catch (error) {
      logger.warn({ err: error }, "the database did not hear that this worker is there");
    }
  };
  const timer = setInterval(() => void beat(), pause);
  return {
    steadyFor: () => (Date.now() - heardAt > mostPause ? 0 : heardAt - steadySince),
    stop: async () => {
      clearInterval(timer);
      await pool().query("DELETE FROM workers WHERE id = $1 AND incarnation = $2", [
        id,
        incarnation,
      ]);
    },
  };
}
