import {
  type Failure,
  type FailureKind,
  failurePolicy,
  isFailureKind,
} from "@/lib/kaleyra/failures";
import { ownWords } from "@/lib/kaleyra/own-words";
import { LONG_DOWN_REASON } from "@/lib/lookups/breaker";
import { LONG_THROTTLED_REASON } from "@/lib/lookups/throttle";
import { INTERNAL_REASON } from "@/lib/lookups/work";

/** A failure kind in words: what happened and what to do. */
export function explainFailure(kind: FailureKind) {
  const { title, advice } = failurePolicy(kind);
  return { kind, title, detail: advice };
}

/** The same of one call, with what Kaleyra itself said. */
export function explainCall(failure: Failure) {
  const reason = explainFailure(failure.kind);
  const words = ownWords(failure);
  if (words === null) return reason;
  return { ...reason, detail: `${reason.detail} Kaleyra's own words: “${words}”` };
}

const internal = {
  kind: INTERNAL_REASON,
  title: "Something went wrong on the server",
  detail:
    "It stopped because of a fault in RCS Reach itself. Results so far are kept. Resume it; if it stops again, the server's log says more.",
};

const longDown = {
  kind: LONG_DOWN_REASON,
  title: "Kaleyra has not answered for an hour",
  detail:
    "It waits so that no more lookups are spent on trying. Results so far are kept. Check the connection on the account's page, and resume when Kaleyra answers again.",
};

const longThrottled = {
  kind: LONG_THROTTLED_REASON,
  title: "Kaleyra has refused every call for an hour",
  detail:
    "It says that this account makes too many calls (429). None of the refused calls was billed or counts as failed, and results so far are kept. Lower the calls per second on the account's page, make sure that nothing else uses up the limit, or ask Kaleyra for the limit of this SID; then resume.",
};

/** Why a run, or a pass over number details, stands still, in words; null when a person paused it. */
export function statusReason(kind: string | null) {
  if (kind === INTERNAL_REASON) return internal;
  if (kind === LONG_DOWN_REASON) return longDown;
  if (kind === LONG_THROTTLED_REASON) return longThrottled;
  return isFailureKind(kind) ? explainFailure(kind) : null;
}
