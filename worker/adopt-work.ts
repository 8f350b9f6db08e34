import { DBOS, type WorkflowStatus } from "@dbos-inc/dbos-sdk";
import { pool, transaction } from "@/lib/db/pool";

/**
 * Frees the workflows of workers that are gone, so that any worker takes them up: of those that
 * were silent for `goneMs`, and of those that left no sign at all. The engine by itself waits for a
 * worker of the same id (DBOS, "Workflow Recovery"), which on several machines may never come.
 *
 * @param ownId of the worker that looks, which is there
 * @param isSteady asked each time before something is freed: the database may have been away in the
 * midst of it, and then all workers look as if they were gone
 * @returns how many workflows
 */
export async function adoptWork(
  ownId: string,
  goneMs: number,
  isSteady: () => boolean,
): Promise<number> {
  if (!isSteady()) return 0;
  const pending = await pendingWorkflows();
  const owners = [...new Set(pending.map(({ executorId }) => executorId ?? ""))];
  await pool().query(
    `INSERT INTO workers (id, incarnation, seen_at)
     SELECT id, gen_random_uuid(), '-infinity' FROM unnest($1::text[]) AS given(id)
     ON CONFLICT DO NOTHING`,
    [owners],
  );
  const { rows: gone } = await pool().query<{ id: string }>(
    "SELECT id FROM workers WHERE seen_at < now() - make_interval(secs => $1::float8) AND id <> $2",
    [goneMs / 1000, ownId],
  );
  let adopted = 0;
  for (const { id } of gone) if (isSteady()) adopted += await freeWorkOf(id, goneMs);
  return adopted;
}

/** The row stays locked until all is free: two workers must not both free, and both run, the same. */
function freeWorkOf(id: string, goneMs: number): Promise<number> {
  return transaction(async (tx) => {
    const { rowCount } = await tx.query(
      `SELECT 1 FROM workers WHERE id = $1 AND seen_at < now() - make_interval(secs => $2::float8)
       FOR UPDATE SKIP LOCKED`,
      [id, goneMs / 1000],
    );
    if (!rowCount) return 0;
    const left = await pendingWorkflows(id);
    await putBack(left);
    await tx.query("DELETE FROM workers WHERE id = $1", [id]);
    return left.length;
  });
}

/**
 * Frees the workflows of this worker that its engine has dropped: `adoptWork` takes them for those of
 * a worker that is there. Only what was dropped at two looks in a row, for one that has just been
 * taken begins at once.
 *
 * @returns what looks, and says how many there were
 */
export function watchForDropped(
  ownId: string,
  isDropped: (workflow: WorkflowStatus) => boolean,
): () => Promise<number> {
  let before = new Set<string>();
  return async () => {
    const dropped = (await pendingWorkflows(ownId)).filter(isDropped);
    const again = dropped.filter(({ workflowID }) => before.has(workflowID));
    before = new Set(dropped.map(({ workflowID }) => workflowID));
    await putBack(again);
    return again.length;
  };
}

/** Each into its own queue, whose limit is the account's. */
async function putBack(workflows: readonly WorkflowStatus[]): Promise<void> {
  for (const queueName of new Set(workflows.map((one) => one.queueName))) {
    const ids = workflows.filter((one) => one.queueName === queueName).map((one) => one.workflowID);
    await DBOS.resumeWorkflows(ids, queueName ? { queueName } : {});
  }
}

function pendingWorkflows(executorId?: string): Promise<WorkflowStatus[]> {
  return DBOS.listWorkflows({
    status: "PENDING",
    loadInput: false,
    loadOutput: false,
    ...(executorId !== undefined && { executorId }),
  });
}
