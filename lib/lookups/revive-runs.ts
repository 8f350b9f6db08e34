import { DBOS } from "@dbos-inc/dbos-sdk";
import { transaction } from "@/lib/db/pool";
import { prisma } from "@/lib/db/prisma";
import { enqueueRun } from "./queue";

const alive = new Set(["ENQUEUED", "PENDING", "DELAYED"]);

/**
 * Starts a new round of every run that should be going but whose conducting workflow ended, as
 * after an error that outlasted all retries.
 *
 * @returns how many
 */
export async function reviveRuns(): Promise<number> {
  const going = await prisma().run.findMany({
    where: { status: { in: ["queued", "running"] } },
    select: { id: true, round: true },
  });
  let revived = 0;
  for (const { id, round } of going) {
    const status = await DBOS.getWorkflowStatus(`run:${id}:${round}`);
    if (status && alive.has(status.status)) continue;
    await transaction(async (tx) => {
      const { rowCount } = await tx.query(
        `UPDATE runs SET round = round + 1
         WHERE id = $1 AND round = $2 AND status IN ('queued', 'running')`,
        [id, round],
      );
      if (!rowCount) return;
      await enqueueRun(tx, id, round + 1);
      revived++;
    });
  }
  return revived;
}
