import type { AccountView } from "@/lib/api/accounts";
import { formatPrice } from "@/lib/format";

type DetailPriced = Pick<AccountView, "isSandbox" | "pricePerDetail" | "currency">;
type Priced = Pick<AccountView, "isSandbox" | "pricePerLookup" | "currency">;

/** What one lookup costs with an account, in a few words. */
export function priceNote(account: Priced): string {
  if (account.isSandbox) return "Free: answers are made up";
  if (account.pricePerLookup === 0) return "No price set";
  return `${formatPrice(account.pricePerLookup, account.currency)} per lookup`;
}

/** What one lookup now may cost, as a sentence. */
export function oneLookupNote(account: Priced): string {
  if (account.isSandbox) {
    return "The sandbox bills nothing, and its answers are made up: the same number always gets the same one.";
  }
  if (account.pricePerLookup === 0) {
    return "Kaleyra may bill one lookup. No price is set for this account.";
  }
  const price = formatPrice(account.pricePerLookup, account.currency);
  return `Kaleyra may bill one lookup: ${price}.`;
}

/** What the details of one number cost with an account, in a few words. */
export function detailPriceNote(account: DetailPriced): string {
  if (account.isSandbox) return "Free in the sandbox";
  if (account.pricePerDetail === 0) return "No price set";
  return `${formatPrice(account.pricePerDetail, account.currency)} per number`;
}

/** The count and the price of the details of one number, before they are asked for. */
export function oneDetailCount(account: DetailPriced): string {
  if (account.isSandbox) return "Free in the sandbox";
  if (account.pricePerDetail === 0) return "1 lookup, which may be billed; no price is set";
  return `1 lookup, ${formatPrice(account.pricePerDetail, account.currency)}`;
}

/** What looking up the details of one number now may cost, as a sentence. */
export function oneDetailNote(account: DetailPriced): string {
  if (account.isSandbox) return "The sandbox bills nothing, and its details are made up.";
  if (account.pricePerDetail === 0) {
    return "Kaleyra may bill one number lookup, apart from the RCS lookup. No price is set for this account.";
  }
  const price = formatPrice(account.pricePerDetail, account.currency);
  return `Kaleyra may bill one number lookup, apart from the RCS lookup: ${price}.`;
}
