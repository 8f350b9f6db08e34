import { DBOS } from "@dbos-inc/dbos-sdk";
import { pool, transaction } from "@/lib/db/pool";
import { conductorId, enqueueWork } from "./queue";
import { IS_GOING, type Work } from "./work";

const alive = new Set(["ENQUEUED", "PENDING", "DELAYED"]);

/**
 * Starts a new round of all work that should be going but whose conducting workflow ended, as
 * after an error that outlasted all retries.
 *
 * @returns how much
 */
export async function reviveWork(table: Work["table"]): Promise<number> {
  const { rows: going } = await pool().query<{ id: string; round: number }>(
    `SELECT id, round FROM ${table} WHERE ${IS_GOING}`,
  );
  let revived = 0;
  for (const { id, round } of going) {
    const status = await DBOS.getWorkflowStatus(conductorId({ table, id, round }));
    if (status && alive.has(status.status)) continue;
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
  }
  return revived;
}
