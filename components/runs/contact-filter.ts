import type { ContactFilter } from "@/lib/api/results";
import type { RunParams } from "./run-params";

/** The filter that an address stands for, without what it leaves open. */
export function contactFilterOf(
  params: Pick<RunParams, "outcome" | "carrier" | "carrierStatus" | "country" | "q">,
): ContactFilter {
  const { outcome, carrier, carrierStatus, country, q } = params;
  return {
    ...(outcome && { outcome }),
    ...(carrier && { carrier }),
    ...(carrierStatus && { carrierStatus }),
    ...(country && { country }),
    ...(q.trim() && { q: q.trim() }),
  };
}
