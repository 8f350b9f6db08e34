"use client";

import { useState } from "react";
import { usePayingAccount } from "@/components/accounts/use-paying-account";
import type { AccountView } from "@/lib/api/accounts";
import { newRun } from "@/lib/api/runs";
import type { FileFacts } from "@/lib/audience/audience-state";
import { runName } from "./run-name";

export interface RunChoice {
  name: string;
  setName: (name: string) => void;
  nameError: string | null;
  accountId: string;
  setAccountId: (id: string) => void;
}

/** How the run is called and who pays. It outlives the step, so that going back does not lose it. */
export function useRunChoice(
  accounts: readonly AccountView[],
  shownAccount: string | null,
  file: FileFacts | null,
): RunChoice {
  const [named, setNamed] = useState<{ file: FileFacts | null; name: string } | null>(null);
  const [accountId, setAccountId] = usePayingAccount(accounts, shownAccount);
  // A name that was typed for another file is not the name of this one.
  const name = named && named.file === file ? named.name : runName(file?.name ?? "");
  return {
    name,
    nameError: newRun.shape.name.safeParse(name).error?.issues[0]?.message ?? null,
    setName: (name) => setNamed({ file, name }),
    accountId,
    setAccountId,
  };
}
