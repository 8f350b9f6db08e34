import type { PoolClient } from "pg";
import { closeInterrupted } from "@/lib/lookups/ledger";
import type { DetailsLane } from "./details-lane";

/** Gives back the numbers that a lane holds without a call under way, to begin anew. */
export async function releaseNumbers(tx: PoolClient, { passId, id }: DetailsLane): Promise<void> {
  const { rows } = await tx.query<{ run_id: string }>(
    `UPDATE number_details SET state = 'wanted', lane = NULL, attempts = 0
     WHERE pass_id = $1 AND state = 'requesting' AND lane = $2 RETURNING run_id`,
    [passId, id],
  );
  const [held] = rows;
  if (held) await closeInterrupted(tx, id, held.run_id);
}
