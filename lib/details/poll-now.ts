import { setTimeout as sleep } from "node:timers/promises";
import type { NumberFacts } from "@/lib/api/number-details";
import { AppError } from "@/lib/errors";
import type { Connection } from "@/lib/kaleyra/connection";
import { type Failure, failurePolicy } from "@/lib/kaleyra/failures";
import type { NumberDetails } from "@/lib/kaleyra/number-details";
import { backoffMs } from "@/lib/lookups/backoff";
import { callNow } from "@/lib/lookups/call-now";
import { fetchDetails } from "./fetch-details";

const LONGEST_PAUSE_MS = 2_000;

export type Polled =
  | { state: "ready"; details: NumberFacts; lookupId: string }
  /** The last attempt's failure, if it failed: the next one may do better. */
  | { state: "not_ready"; lookupId: string; failure: Failure | null }
  /** Asking again under this id would fail in the same way. */
  | { state: "failed"; failure: Failure };

/** Fetches details by lookup id again and again until they are ready, for `patienceMs`. */
export async function pollNow(
  account: { id: string; callsPerSecond: number },
  connection: Connection,
  { lookupId, e164, patienceMs }: { lookupId: string; e164: string; patienceMs: number },
): Promise<Polled> {
  const until = performance.now() + patienceMs;
  let failure: Failure | null = null;
  for (let attempt = 1; ; attempt++) {
    const deadlineMs = Math.max(1_000, until - performance.now());
    const answer = await callNow(account, {
      operation: "number_lookup_details",
      make: () => fetchDetails(connection, lookupId, e164, { deadlineMs }),
      billed: () => 0,
    }).catch((error: unknown) => {
      // The number was paid for: an account that has to slow down must not hide its lookup id.
      if (error instanceof AppError && error.code === "unavailable") return null;
      throw error;
    });
    if (answer === null) return { state: "not_ready", lookupId, failure };
    if (answer.ok && answer.details) {
      return { state: "ready", details: factsOf(answer.details), lookupId };
    }
    failure = answer.ok ? null : answer.failure;
    if (failure?.kind === "not_found") return { state: "failed", failure };
    const isHopeless = failure !== null && !failurePolicy(failure.kind).retry;
    const pauseMs = backoffMs(attempt, Math.random, LONGEST_PAUSE_MS);
    if (isHopeless || performance.now() + pauseMs > until) {
      return { state: "not_ready", lookupId, failure };
    }
    await sleep(pauseMs);
  }
}

function factsOf({ number: _, countryCode, ...facts }: NumberDetails): NumberFacts {
  return { ...facts, callingCode: countryCode };
}
