import type { PoolClient } from "pg";
import type { RunStatusName } from "@/lib/api/runs";
import type { SessionUser } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { type LockedRun, withLockedRun } from "@/lib/runs/lock-run";

/** The latest pass of a run, read under a lock. */
export interface LockedPass {
  id: string;
  status: RunStatusName;
  round: number;
}

/** Does work on a run's latest pass, with the run's row locked, in one transaction. */
export function withLockedPass(
  user: SessionUser,
  runId: string,
  work: (pass: LockedPass | undefined, tx: PoolClient, run: LockedRun) => Promise<void>,
): Promise<void> {
  return withLockedRun(user, runId, async (run, tx) => {
    const { rows } = await tx.query<LockedPass>(
      `SELECT id, status, round FROM detail_passes WHERE run_id = $1
       ORDER BY created_at DESC, id LIMIT 1 FOR UPDATE`,
      [runId],
    );
    await work(rows[0], tx, run);
  });
}

/** The same, for a run that has a pass. Throws AppError `run_state` otherwise. */
export function withExistingPass(
  user: SessionUser,
  runId: string,
  work: (pass: LockedPass, tx: PoolClient, run: LockedRun) => Promise<void>,
): Promise<void> {
  return withLockedPass(user, runId, async (pass, tx, run) => {
    if (!pass)
      throw new AppError("run_state", "No number details were looked up for this run yet.");
    await work(pass, tx, run);
  });
}
