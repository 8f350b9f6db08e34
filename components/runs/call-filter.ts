import type { CallFilter } from "@/lib/api/calls";
import type { RunParams } from "./run-params";

/** Which attempts of the ledger an address asks for. */
export function callFilterOf({ of, calls }: Pick<RunParams, "of" | "calls">): CallFilter {
  if (calls === null) return { of };
  return calls === "failed" ? { of, failed: "true" } : { of, billing: calls };
}
