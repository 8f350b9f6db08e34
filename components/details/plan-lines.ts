import type { DetailsView } from "@/lib/api/details";
import { formatMoney, formatNumber, formatPrice, plural } from "@/lib/format";

export interface PlanLine {
  label: string;
  contacts: number;
  /** Under the label: what it means for the bill. */
  note?: string;
}

/** The chosen contacts by what happens to them. The lines add up to `contacts`. */
export function planLines({ known, underWay, toFetch, toAsk }: DetailsView["selection"]) {
  const lines: PlanLine[] = [
    { label: "To be asked", contacts: toAsk, note: "each may be billed" },
    { label: "To be fetched", contacts: toFetch, note: "asked for before: free" },
    { label: "Being looked up now", contacts: underWay },
    { label: "Known already", contacts: known },
  ];
  return lines.filter(({ contacts }, index) => index === 0 || contacts > 0);
}

/** The price of what would be asked: `$0.48, that is 120 × $0.004`. */
export function planCost(
  { selection, cost }: Pick<DetailsView, "selection" | "cost">,
  isSandbox: boolean,
): string {
  if (selection.toAsk === 0) return "Nothing is billed";
  if (isSandbox && cost.pricePerDetail === 0) return "Free in the sandbox";
  if (cost.pricePerDetail === 0) return "No price is set for this account";
  const { currency, estimated, pricePerDetail } = cost;
  return `${formatMoney(estimated, currency)}, that is ${formatNumber(selection.toAsk)} × ${formatPrice(pricePerDetail, currency)}`;
}

/** The button that starts it. Null when there is nothing to do. */
export function planDeed({ toAsk, toFetch }: DetailsView["selection"]): string | null {
  if (toAsk > 0) return `Look up ${plural(toAsk, "number")}`;
  return toFetch > 0 ? `Fetch ${plural(toFetch, "number")}, free` : null;
}

/** Why there is nothing to do. */
export function nothingToDo({ contacts, underWay }: DetailsView["selection"]): string {
  if (contacts === 0) return "There is no contact in this choice.";
  if (underWay > 0) return "All of them are known or being looked up now.";
  return "The details of all of them are known.";
}
