import type { DetailsAnswer } from "@/lib/api/lookup";
import type { QuickDetails } from "@/lib/api/queries";
import { lowerFirst } from "@/lib/format";

export interface DetailsMessage {
  title: string;
  detail: string;
}

/** What the number lookup has come to, when there are no facts to show. */
export function detailsMessage({ state, failure }: DetailsAnswer): DetailsMessage | null {
  if (state === "ready") return null;
  if (state === "not_ready") {
    return {
      title: "The details are not ready yet",
      detail: failure
        ? `The last try to fetch them failed: ${lowerFirst(failure.title)}. Fetching them again is free.`
        : "Kaleyra has taken the request and is still looking. Fetching them again is free.",
    };
  }
  if (failure) return { title: failure.title, detail: failure.detail };
  return {
    title: "No answer",
    detail:
      "Kaleyra answered without this number, so nothing is known of it. You can look it up again.",
  };
}

/** What the request cost. Fetching by lookup id adds nothing to it. */
export function detailsBilling(billing: QuickDetails["billing"], isSandbox: boolean): string {
  if (isSandbox) return "Made up by the sandbox; nothing was billed.";
  return {
    billed: "Kaleyra counts this as one number lookup.",
    free: "Nothing was billed for this.",
    ambiguous: "The request broke off: it may still have been billed.",
  }[billing];
}
