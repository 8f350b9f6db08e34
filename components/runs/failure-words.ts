import type { ContactView } from "@/lib/api/runs";
import { FAILURE_KINDS, type FailureKind, failurePolicy } from "@/lib/kaleyra/failures";

/** Why a contact has no answer: the kind of failure in words, or Kaleyra's own for a rejected number. */
export function failureWords({ outcome, failure }: Pick<ContactView, "outcome" | "failure">) {
  const kind = FAILURE_KINDS.find((one): one is FailureKind => one === failure);
  return outcome === "failed" && kind ? failurePolicy(kind).title : failure;
}
