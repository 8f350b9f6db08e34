import type { PoolClient } from "pg";
import type { RunStatusName } from "@/lib/api/runs";
import type { SessionUser } from "@/lib/auth/session";
import { transaction } from "@/lib/db/pool";
import { notFound } from "@/lib/errors";
import { findRun } from "./find-run";

/** What a change of a run's state needs to know, read under a lock. */
export interface LockedRun {
  accountId: string;
  status: RunStatusName;
  round: number;
  rows: number;
  unique: number;
  duplicates: number;
  invalid: number;
  blank: number;
}

/** Does work on a run that an analyst may change, with the run's row locked, in one transaction. */
export async function withLockedRun<T>(
  user: SessionUser,
  id: string,
  work: (run: LockedRun, tx: PoolClient) => Promise<T>,
): Promise<T> {
  await findRun(user, id, "analyst");
  return transaction(async (tx) => {
    const { rows } = await tx.query<LockedRun>(
      `SELECT account_id AS "accountId", status, round, rows, unique_count AS unique, duplicate_count AS duplicates,
         invalid_count AS invalid, blank_count AS blank
       FROM runs WHERE id = $1 FOR UPDATE`,
      [id],
    );
    if (!rows[0]) throw notFound("run");
    return work(rows[0], tx);
  });
}
