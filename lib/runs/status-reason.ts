import { FAILURE_KINDS, type FailureKind, failurePolicy } from "@/lib/kaleyra/failures";

const isFailureKind = (kind: string): kind is FailureKind =>
  (FAILURE_KINDS as string[]).includes(kind);

/** A failure kind in words: what happened and what to do. */
export function explainFailure(kind: FailureKind) {
  const { title, advice } = failurePolicy(kind);
  return { kind, title, detail: advice };
}

/** Why a run stands still, in words; null when a person paused it. */
export function statusReason(kind: string | null) {
  return kind !== null && isFailureKind(kind) ? explainFailure(kind) : null;
}
