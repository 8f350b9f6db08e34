import type { PoolClient } from "pg";
import type { RunStatusName } from "@/lib/api/runs";
import type { SessionUser } from "@/lib/auth/session";
import { transaction } from "@/lib/db/pool";
import { unlessDeadlocked } from "@/lib/db/unless-deadlocked";
import { notFound } from "@/lib/errors";
import { findRun } from "./find-run";
import { refusePurged } from "./refuse-purged";

/** What a change of a run's state needs to know, read under a lock. */
export interface LockedRun {
  accountId: string;
  name: string;
  status: RunStatusName;
  round: number;
  rows: number;
  unique: number;
  duplicates: number;
  invalid: number;
  blank: number;
  erased: number;
}

/** Does work on a run that an analyst may change, with the run's row locked, in one transaction.
 * Throws AppError `run_purged` for one whose contacts are gone. */
export async function withLockedRun<T>(
  user: SessionUser,
  id: string,
  work: (run: LockedRun, tx: PoolClient) => Promise<T>,
): Promise<T> {
  await findRun(user, id, "analyst");
  const change = () =>
    transaction(async (tx) => {
      const { rows } = await tx.query<LockedRun & { purgedAt: Date | null }>(
        `SELECT account_id AS "accountId", name, status, round, rows, unique_count AS unique,
           duplicate_count AS duplicates, invalid_count AS invalid, blank_count AS blank,
           erased_count AS erased, purged_at AS "purgedAt"
         FROM runs WHERE id = $1 FOR UPDATE`,
        [id],
      );
      if (!rows[0]) throw notFound("run");
      refusePurged(rows[0]);
      return work(rows[0], tx);
    });
  // An erasure takes its locks in the order of the workers, who store answers without this one.
  return unlessDeadlocked(change);
}
