import type { Work } from "@/lib/lookups/work";

/** A lane of a pass: one durable workflow, which makes one call at a time. */
export interface DetailsLane {
  passId: string;
  round: number;
  /** Unique for the lane; numbers that its request holds bear it. */
  id: string;
}

/** The pass that a lane works on. */
export const workOf = ({ passId, round }: DetailsLane): Work => ({
  table: "detail_passes",
  id: passId,
  round,
});
