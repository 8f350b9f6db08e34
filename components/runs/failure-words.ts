import type { ContactView } from "@/lib/api/results";
import { failurePolicy, isFailureKind } from "@/lib/kaleyra/failures";

/** Why a contact has no answer: the kind of failure in words, or Kaleyra's own for a rejected number. */
export function failureWords({ outcome, failure }: Pick<ContactView, "outcome" | "failure">) {
  return outcome === "failed" && isFailureKind(failure) ? failurePolicy(failure).title : failure;
}
