import { DBOS } from "@dbos-inc/dbos-sdk";
import { pool, transaction } from "@/lib/db/pool";
import { conductorId, enqueueWork, laneIdPrefix, WORKFLOW_VERSION } from "./queue";
import { IS_GOING, type Work } from "./work";

const ALIVE = ["ENQUEUED", "PENDING", "DELAYED"] as const;

/**
 * Starts a new round of all work that should be going but whose conducting workflow ended, as
 * after an error that outlasted all retries, or is of an older version, whose workers are about to
 * leave or have left: no worker of this version would take it up.
 *
 * @returns how much
 */
export async function reviveWork(table: Work["table"]): Promise<number> {
  const { rows: going } = await pool().query<{ id: string; round: number }>(
    `SELECT id, round FROM ${table} WHERE ${IS_GOING}`,
  );
  let revived = 0;
  for (const { id, round } of going) {
    const work = { table, id, round };
    const conductor = conductorId(work);
    const status = await DBOS.getWorkflowStatus(conductor);
    const isAlive = ALIVE.some((one) => one === status?.status);
    if (isAlive && !isOlder(status?.applicationVersion)) continue;
    await transaction(async (tx) => {
      const { rowCount } = await tx.query(
        `UPDATE ${table} SET round = round + 1
         WHERE id = $1 AND round = $2 AND ${IS_GOING}`,
        [id, round],
      );
      if (!rowCount) return;
      await enqueueWork(tx, { ...work, round: round + 1 });
      revived++;
    });
    // Its lanes too: they would count as calls at once of the account. What one of them has in
    // flight is still stored by its worker, and awaited before this round ends.
    if (isAlive) await DBOS.cancelWorkflows([conductor, ...(await lanesOf(work))]);
  }
  return revived;
}

/** The lanes of a round that have not ended. */
async function lanesOf(work: Work): Promise<string[]> {
  const lanes = await DBOS.listWorkflows({
    workflow_id_prefix: laneIdPrefix(work),
    status: [...ALIVE],
    loadInput: false,
    loadOutput: false,
  });
  return lanes.map((lane) => lane.workflowID);
}

/** Versions are numbers that only grow: an older worker leaves the work of a newer one alone. */
const isOlder = (version: string | undefined) => Number(version) < Number(WORKFLOW_VERSION);
