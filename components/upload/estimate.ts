import type { AccountView } from "@/lib/api/accounts";
import { formatMoney, formatPrice } from "@/lib/format";

export interface Estimate {
  /** The amount, or a word in its place. */
  value: string;
  note: string;
  /** Lookups may be billed, and nobody here can say how much. */
  isUnknown: boolean;
}

/** What so many lookups may cost with an account, before anything is spent. */
export function estimateOf(
  {
    isSandbox,
    pricePerLookup,
    currency,
  }: Pick<AccountView, "isSandbox" | "pricePerLookup" | "currency">,
  lookups: number,
): Estimate {
  // The sandbox may bear a price, to show what an estimate looks like, but it bills nothing.
  if (isSandbox) {
    return {
      value: "Free",
      note: "The sandbox makes its answers up and bills nothing.",
      isUnknown: false,
    };
  }
  if (pricePerLookup === 0) {
    return { value: "Unknown", note: "Each lookup may be billed.", isUnknown: true };
  }
  return {
    value: formatMoney(lookups * pricePerLookup, currency),
    note: `at ${formatPrice(pricePerLookup, currency)} per lookup`,
    isUnknown: false,
  };
}
