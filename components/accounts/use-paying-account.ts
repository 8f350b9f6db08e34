"use client";

import { useState } from "react";
import type { AccountView } from "@/lib/api/accounts";

/**
 * Which of these accounts pays: the one that was picked here; else the one that is looked at; else
 * a connected one, since whoever has connected an account wants real answers.
 *
 * @param shown the account that the frame has been set to; null for all
 */
export function usePayingAccount(
  accounts: readonly AccountView[],
  shown: string | null,
): [id: string, pick: (id: string) => void] {
  const [picked, setPicked] = useState<{ shown: string | null; id: string } | null>(null);
  const proposed =
    accounts.find(({ id }) => id === shown) ??
    accounts.find((account) => !account.isSandbox) ??
    accounts[0];
  // Whoever turns to another account in the frame wants that one from then on.
  const isPicked = picked?.shown === shown && accounts.some(({ id }) => id === picked.id);
  return [isPicked ? picked.id : (proposed?.id ?? ""), (id) => setPicked({ shown, id })];
}
