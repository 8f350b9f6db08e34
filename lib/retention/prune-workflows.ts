import { DBOS } from "@dbos-inc/dbos-sdk";

/**
 * Workflows that ended so long ago are forgotten. Far longer than a round of a run lasts, whose
 * conductor still asks for the lanes that it has started.
 */
const KEPT_MS = 30 * 24 * 3600 * 1000;
const AT_ONCE = 500;

/**
 * Deletes the engine's records of workflows that have ended. They hold ids and counts, no numbers,
 * but a row for each step. (The engine has a collector of its own only with DBOS Conductor.)
 *
 * @returns how many workflows
 */
export async function pruneWorkflows(keptMs: number = KEPT_MS): Promise<number> {
  const completedBefore = new Date(Date.now() - keptMs).toISOString();
  let pruned = 0;
  for (;;) {
    const ended = await DBOS.listWorkflows({
      status: ["SUCCESS", "ERROR", "CANCELLED"],
      completedBefore,
      limit: AT_ONCE,
      loadInput: false,
      loadOutput: false,
    });
    if (ended.length === 0) return pruned;
    await DBOS.deleteWorkflows(ended.map(({ workflowID }) => workflowID));
    pruned += ended.length;
  }
}
