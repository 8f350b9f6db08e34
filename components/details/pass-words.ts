import type { DetailPassView } from "@/lib/api/details";
import type { ContactDetails, DetailStateName } from "@/lib/api/number-details";
import { LOST_LOOKUP } from "@/lib/details/lost-lookup";
import { formatMoney, formatNumber, lowerFirst, plural } from "@/lib/format";
import { failurePolicy, isFailureKind } from "@/lib/kaleyra/failures";

/** What the progress bar of a pass is called. */
export const PASS_LABELS: Record<DetailPassView["status"], string> = {
  draft: "Number details",
  queued: "Number details: waiting for their turn",
  running: "Looking up number details",
  paused: "Number details: paused",
  done: "Number details: done",
  cancelled: "Number details: cancelled",
  failed: "Number details: failed",
};

/** How far the number details of one contact are. */
export const STATE_WORDS: Record<DetailStateName, string> = {
  wanted: "Not asked yet",
  requesting: "Being asked",
  requested: "Asked, not ready yet",
  ready: "Known",
  no_answer: "No answer",
  failed: "Failed",
};

const order: DetailStateName[] = [
  "ready",
  "no_answer",
  "failed",
  "requested",
  "requesting",
  "wanted",
];

/** The numbers of a pass by state: `7 known · 2 asked, not ready yet`. */
export function statesLine(states: DetailPassView["states"]): string {
  return order
    .filter((state) => states[state] > 0)
    .map((state) => `${formatNumber(states[state])} ${lowerFirst(STATE_WORDS[state])}`)
    .join(" · ");
}

/** Whether work on a pass is still to come. */
export function isUnfinished(pass: Pick<DetailPassView, "status"> | null | undefined): boolean {
  return pass?.status === "queued" || pass?.status === "running" || pass?.status === "paused";
}

/** What came out of a pass that has ended. */
export function passResult({ status, states, progress }: DetailPassView): string {
  const known = `The details of ${formatNumber(states.ready)} of ${plural(progress.total, "number")} are known.`;
  const parts = [
    states.no_answer > 0 && `${formatNumber(states.no_answer)} got no answer`,
    states.failed > 0 && `${formatNumber(states.failed)} failed`,
    states.requested > 0 && `${formatNumber(states.requested)} were asked for but not fetched`,
    states.wanted > 0 && `${formatNumber(states.wanted)} were not asked for`,
  ].filter(Boolean);
  const rest = parts.length > 0 ? ` ${parts.join(", ")}.` : "";
  return `${status === "cancelled" ? "Cancelled. " : ""}${known}${rest}`;
}

/** What a pass took: `10 billed, 5 possibly billed, $0.06 at most. 2 requests, 11 free fetches.` */
export function spentLine({ ledger, pricePerDetail, currency }: DetailPassView): string {
  const { billed, ambiguous, requests, polls, cost } = ledger;
  const money =
    pricePerDetail > 0
      ? `, ${formatMoney(cost, currency)}${ambiguous > 0 ? " at most" : ""}`
      : ", no price set";
  const unsure = ambiguous > 0 ? `, ${formatNumber(ambiguous)} possibly billed` : "";
  return `${formatNumber(billed)} billed${unsure}${money}. ${plural(requests, "request")}, ${plural(polls, "free fetch", "free fetches")}.`;
}

/** Where a contact stands; a failure with its kind in words. Null: nobody ever asked. */
export function contactState(details: Pick<ContactDetails, "state" | "failure"> | null): string {
  if (details === null) return "Not looked up";
  const { state, failure } = details;
  // A request that is not found pauses the pass: of a number it is said by its lookup id alone.
  if (failure === LOST_LOOKUP.kind) return `Failed: ${LOST_LOOKUP.title}`;
  if (state === "failed" && isFailureKind(failure)) {
    return `Failed: ${failurePolicy(failure).title}`;
  }
  return STATE_WORDS[state];
}
