"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useRef } from "react";
import { errorMessage } from "@/components/ui/error-message";
import { callApi } from "@/lib/api/client";
import { runQuery } from "@/lib/api/queries";
import type { RunView } from "@/lib/api/runs";
import type { AudienceActions } from "@/lib/audience/protocol";
import { forgetDraft } from "./draft-memory";
import { openDraft, type StartPlan } from "./open-draft";
import { rememberSettings, settingsOf } from "./settings-memory";

export interface StartRun {
  start: (plan: StartPlan) => void;
  isPending: boolean;
  /** Why it did not work. */
  error: string | null;
}

/**
 * Opens the run, sends the audience, starts the lookups and shows the run. From the press on, the
 * audience stays as it is. Pressed twice, or again after a failure, it goes on with the one run that
 * was opened.
 */
export function useStartRun(
  audience: Pick<AudienceActions, "hold" | "upload" | "cancel">,
): StartRun {
  const client = useQueryClient();
  const router = useRouter();
  // State would be too slow here: two presses can come before the next render.
  const isUnderWay = useRef(false);
  const mutation = useMutation({
    mutationFn: async (plan: StartPlan): Promise<RunView | null> => {
      const draft = await openDraft(plan);
      if (draft.status !== "draft") return draft;
      // What went wrong, or that it was stopped, stands in the audience's own state.
      if (!(await audience.upload(draft.id))) return null;
      return callApi("startRun", { params: { id: draft.id } });
    },
    onSuccess: (run, { accountId, cleaned }) => {
      if (!run) return;
      forgetDraft();
      const settings = settingsOf(accountId, cleaned.inspection, cleaned.options);
      if (settings) rememberSettings(settings);
      client.setQueryData(runQuery(run.id).queryKey, run);
      client.invalidateQueries({ queryKey: ["runs", "list"] });
      client.invalidateQueries({ queryKey: ["runs", "latest"] });
      client.invalidateQueries({ queryKey: ["runs", "same-file"] });
      router.push(`/runs/${run.id}`);
    },
    onSettled: (run) => {
      // The list is held no more, also where it came to no upload.
      audience.cancel();
      // A started run stays under way: the page is about to change.
      isUnderWay.current = Boolean(run);
    },
  });
  return {
    start(plan: StartPlan) {
      if (isUnderWay.current || !audience.hold(plan.cleaned.review)) return;
      isUnderWay.current = true;
      mutation.mutate(plan);
    },
    isPending: mutation.isPending || Boolean(mutation.data),
    error: mutation.error ? errorMessage(mutation.error) : null,
  };
}
