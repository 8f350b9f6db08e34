import type { RunView } from "@/lib/api/runs";

/** What a person can do about a run that stands still, and where; null: only resume it. */
export function cureOf({
  reason,
  role,
  isSandbox,
}: Pick<RunView, "reason" | "role" | "isSandbox">): { label: string; note?: string } | null {
  switch (reason?.kind) {
    case "unauthorised":
      // The sandbox's own key is not a matter of settings.
      if (isSandbox) return { label: "Open the account" };
      return role === "owner"
        ? { label: "Replace the key" }
        : { label: "Open the account", note: "Only an owner of the account can replace the key." };
    case "rcs_not_enabled":
    case "kaleyra_down":
      return { label: "Check the connection" };
    case "internal":
    case undefined:
      return null;
    default:
      return { label: "Open the account" };
  }
}
