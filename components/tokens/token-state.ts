import type { Tone } from "@/components/ui/badge";
import type { TokenView } from "@/lib/api/tokens";

/** Whether a token works, in a word, and why not. */
export function tokenState(
  { worth, revokedAt, expiresAt }: Pick<TokenView, "worth" | "revokedAt" | "expiresAt">,
  now: Date,
): { tone: Tone; word: string; hint?: string } {
  if (revokedAt) return { tone: "neutral", word: "Revoked" };
  if (new Date(expiresAt) <= now) return { tone: "neutral", word: "Ended" };
  if (worth === null) {
    return { tone: "no-answer", word: "No access", hint: "Its maker has no access any more." };
  }
  return { tone: "reach", word: "Works" };
}
