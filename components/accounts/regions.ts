import type { AccountView } from "@/lib/api/accounts";
import { PODS } from "@/lib/kaleyra/pods";

/** The choice that stands for hosts typed by hand. */
export const OTHER_REGION = "other";

/** The preset whose hosts an account uses, or `OTHER_REGION`. */
export function regionOf(account: Pick<AccountView, "rcsHost" | "apiHost">): string {
  const pod = PODS.find(
    ({ rcsHost, apiHost }) => rcsHost === account.rcsHost && apiHost === account.apiHost,
  );
  return pod?.id ?? OTHER_REGION;
}

/** In words: "North America", "Sandbox on this server", or the host. */
export function regionLabel(account: AccountView): string {
  if (account.isSandbox) return "Sandbox on this server";
  return PODS.find(({ id }) => id === regionOf(account))?.name ?? account.rcsHost;
}
