import type { OutcomeCounts } from "@/lib/api/runs";
import { plural } from "@/lib/format";

/** Contacts that a retry would ask again: those without an answer and those whose call failed. */
export function unanswered({ no_answer, failed }: Pick<OutcomeCounts, "no_answer" | "failed">) {
  return no_answer + failed;
}

/** Which they are: "7 lookups failed", "5 contacts got no answer", or both. */
export function unansweredWords({
  no_answer,
  failed,
}: Pick<OutcomeCounts, "no_answer" | "failed">): string {
  return [
    failed > 0 && `${plural(failed, "lookup")} failed`,
    no_answer > 0 && `${plural(no_answer, "contact")} got no answer`,
  ]
    .filter(Boolean)
    .join(", ");
}
