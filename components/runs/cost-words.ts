import type { RunView } from "@/lib/api/runs";
import { formatMoney, formatPrice, plural } from "@/lib/format";
import { unanswered } from "./unanswered";

type Priced = Pick<RunView, "isSandbox" | "accountName" | "cost">;

/** What so many lookups may cost, as a sentence for whoever is about to spend it. */
export function costSentence({ isSandbox, accountName, cost }: Priced, lookups: number): string {
  if (isSandbox) return "The sandbox bills nothing: its answers are made up.";
  const amount = cost.pricePerLookup * lookups;
  if (amount <= 0) return `Each lookup may be billed by Kaleyra to “${accountName}”.`;
  return `The estimated cost is ${formatMoney(amount, cost.currency)}, billed by Kaleyra to “${accountName}”.`;
}

/** What asking again for the contacts without an answer may cost. */
export function retryCostSentence(run: Priced & Pick<RunView, "outcomes">): string {
  if (run.isSandbox) return "Retrying is free in the sandbox.";
  const count = unanswered(run.outcomes);
  return `Retrying makes ${plural(count, "lookup")}. ${costSentence(run, count)}`;
}

/** What a run has cost so far: a label, the figure, and what it counts. */
export function costFigure({ isSandbox, cost, ledger }: Priced & Pick<RunView, "ledger">) {
  const money = (amount: number) => formatMoney(amount, cost.currency);
  if (isSandbox) {
    return {
      label: "Cost",
      value: money(0),
      note: "Free in the sandbox: answers are made up",
    };
  }
  if (cost.pricePerLookup <= 0) {
    return { label: "Cost", value: "–", note: "No price is set for this account" };
  }
  return {
    label: ledger.ambiguous > 0 ? "Cost, at most" : "Cost",
    value: money(cost.soFar),
    note: `estimated ${money(cost.estimated)}, at ${formatPrice(cost.pricePerLookup, cost.currency)} per lookup`,
  };
}
