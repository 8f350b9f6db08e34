import { type Failed, failurePolicy } from "@/lib/kaleyra/failures";
import { FREE_OPERATION, type Operation } from "@/lib/kaleyra/operations";
import { logger } from "@/lib/logger";
import { kaleyraCalls, kaleyraNumbers, kaleyraSeconds } from "@/lib/metrics/call-metrics";

interface Measured<T> {
  operation: Operation;
  /** How many numbers it asks. */
  numbers: number;
  make: () => Promise<T | Failed>;
  /** How many numbers an answer was billed for. */
  billed: (answer: T) => number;
}

/** Makes a call and counts it, its numbers and its time, as the ledger will. */
export async function measureCall<T extends { ok: true }>({
  operation,
  numbers,
  make,
  billed,
}: Measured<T>): Promise<T | Failed> {
  const startedAt = performance.now();
  const answer = await make();
  const ms = Math.round(performance.now() - startedAt);
  const result = answer.ok ? "ok" : answer.failure.kind;
  kaleyraCalls().inc({ operation, result });
  kaleyraSeconds().observe({ operation }, ms / 1000);
  const counts = { billed: 0, ambiguous: 0, free: 0 };
  if (answer.ok) counts.billed = billed(answer);
  else if (operation !== FREE_OPERATION)
    counts[failurePolicy(answer.failure.kind).billing] = numbers;
  counts.free = numbers - counts.billed - counts.ambiguous;
  for (const billing of ["billed", "ambiguous", "free"] as const) {
    if (counts[billing] > 0) kaleyraNumbers().inc({ operation, billing }, counts[billing]);
  }
  logger[answer.ok ? "debug" : "info"]({ operation, numbers, result, ms }, "call");
  return answer;
}
