import { DBOS } from "@dbos-inc/dbos-sdk";
import { pool, transaction } from "@/lib/db/pool";
import { conductorId, enqueueWork, WORKFLOW_VERSION } from "./queue";
import { IS_GOING, type Work } from "./work";

const alive = new Set(["ENQUEUED", "PENDING", "DELAYED"]);

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
    const conductor = conductorId({ table, id, round });
    const status = await DBOS.getWorkflowStatus(conductor);
    const isAlive = status !== null && alive.has(status.status);
    if (isAlive && !isOlder(status.applicationVersion)) continue;
    await transaction(async (tx) => {
      const { rowCount } = await tx.query(
        `UPDATE ${table} SET round = round + 1
         WHERE id = $1 AND round = $2 AND ${IS_GOING}`,
        [id, round],
      );
      if (!rowCount) return;
      await enqueueWork(tx, { table, id, round: round + 1 });
      revived++;
    });
    // Its lanes too: they would count as calls at once of the account. What one of them has in
    // flight is still stored by its worker, and awaited before this round ends.
    if (isAlive) await DBOS.cancelWorkflow(conductor, { cancelChildren: true });
  }
  return revived;
}

/** Versions are numbers that only grow: an older worker leaves the work of a newer one alone. */
const isOlder = (version: string | undefined) => Number(version) < Number(WORKFLOW_VERSION);
