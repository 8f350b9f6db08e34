import { ApiError, callApi } from "@/lib/api/client";
import type { RunView } from "@/lib/api/runs";
import type { Cleaned } from "@/lib/audience/audience-state";
import { draftOf, recallDraft, rememberDraft } from "./draft-memory";

export interface StartPlan {
  accountId: string;
  name: string;
  cleaned: Cleaned;
}

/**
 * The run that takes the upload: the one that an earlier try has opened for the same rows, or a
 * new one. It may have been started already, when only the answer to the start was lost.
 *
 * @throws ApiError
 */
export async function openDraft({ accountId, name, cleaned }: StartPlan): Promise<RunView> {
  const { file, options, review } = cleaned;
  const wanted = draftOf(accountId, review, options);
  const remembered = recallDraft();
  if (remembered?.audience === wanted.audience) {
    const known = await findRun(remembered.runId);
    if (known && remembered.choices === wanted.choices) return withName(known, name);
    // The same file under other choices: what was sent of it before is of no use to anyone.
    if (known?.status === "draft") await callApi("deleteRun", { params: { id: known.id } });
  }
  const opened = await callApi("createRun", {
    body: {
      accountId,
      name,
      fileName: file.name,
      fileHash: review.fingerprint,
      defaultCountry: options.defaultCountry,
      keptColumns: review.keptNames,
      rows: review.counts.rows,
      blank: review.counts.blank,
    },
  });
  rememberDraft({ ...wanted, runId: opened.id });
  return opened;
}

function withName(run: RunView, name: string): Promise<RunView> | RunView {
  if (run.status !== "draft" || run.name === name) return run;
  return callApi("renameRun", { params: { id: run.id }, body: { name } });
}

/** Null for a run that was deleted in the meantime. */
async function findRun(id: string): Promise<RunView | null> {
  try {
    return await callApi("getRun", { params: { id } });
  } catch (error) {
    if (error instanceof ApiError && error.problem.status === 404) return null;
    throw error;
  }
}
