"use client";

import { useState } from "react";
import type { CountryOption } from "@/components/ui/country-field";
import type { AccountView } from "@/lib/api/accounts";
import type { AudienceState, FileFacts } from "@/lib/audience/audience-state";
import type { AudienceActions, CleanOptions } from "@/lib/audience/protocol";
import { applySettings, isChange, recallSettings } from "./settings-memory";
import type { RunChoice } from "./use-run-choice";

export interface RecallContext {
  configure: AudienceActions["configure"];
  choice: RunChoice;
  countries: readonly CountryOption[];
  accounts: readonly AccountView[];
  /** The account that the frame has been set to; null for all. */
  shownAccount: string | null;
}

interface Recalled {
  file: FileFacts;
  sheet: string | null;
  /** The choices that the list itself suggested. */
  proposed: CleanOptions;
}

/** Sets a list up as the last one with the same columns was; what that changed can be taken back. */
export function useRecall(
  state: AudienceState,
  { configure, choice, countries, accounts, shownAccount }: RecallContext,
) {
  const [recalled, setRecalled] = useState<Recalled | null>(null);
  return {
    isRecalled:
      recalled !== null &&
      "inspection" in state &&
      recalled.file === state.file &&
      recalled.sheet === state.inspection.sheet,
    /** Once, when a file was read. */
    apply() {
      if (!("inspection" in state)) return;
      const ids = accounts.map(({ id }) => id);
      const remembered = recallSettings(state.inspection, ids);
      if (!remembered) return;
      // What the frame has been set to was said later than the last list.
      if (!shownAccount) choice.setAccountId(remembered.accountId);
      const changes = applySettings(state.inspection, remembered, countries);
      if (!changes || !isChange(state.options, changes)) return;
      const { file, inspection, options } = state;
      setRecalled({ file, sheet: inspection.sheet, proposed: options });
      configure(changes);
    },
    forget() {
      if (recalled) configure(recalled.proposed);
      setRecalled(null);
    },
  };
}
