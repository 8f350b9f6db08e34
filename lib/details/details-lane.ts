import type { Operation } from "@/lib/kaleyra/operations";
import type { Work } from "@/lib/lookups/work";

/** A lane of a pass: one durable workflow, which makes one call at a time. */
export interface DetailsLane {
  passId: string;
  round: number;
  /** Unique for the lane; numbers that its request holds bear it. */
  id: string;
}

/** SQL: a lookup id of the pass `$2`, in the run `$1`, was answered. */
export const POLLS_WERE_SERVED = `EXISTS (
  SELECT 1 FROM lookup_calls served WHERE served.run_id = $1 AND served.detail_pass_id = $2
    AND served.operation = '${"number_lookup_details" satisfies Operation}' AND served.result = 'ok')`;

/** The pass that a lane works on. */
export const workOf = ({ passId, round }: DetailsLane): Work => ({
  table: "detail_passes",
  id: passId,
  round,
});
