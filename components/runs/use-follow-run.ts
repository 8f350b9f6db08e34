"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { isLive, runQuery } from "@/lib/api/queries";
import type { RunView } from "@/lib/api/runs";

/** What the tab of the browser says: a run under way leads with how far it is. */
export function runTitle({ name, status, progress }: RunView): string {
  const percent = progress.total > 0 ? Math.floor((progress.done / progress.total) * 100) : 0;
  const lead = isLive(status) ? `${percent}% · ` : status === "paused" ? "Paused · " : "";
  return `${lead}${name} · RCS Reach`;
}

/** Keeps the tab's title up to date, and reads everything once more when the run has ended. */
export function useFollowRun(run: RunView): void {
  const client = useQueryClient();
  const title = runTitle(run);
  useEffect(() => {
    document.title = title;
  }, [title]);

  const live = isLive(run.status);
  const wasLive = useRef(live);
  useEffect(() => {
    if (wasLive.current && !live) {
      client.invalidateQueries({ queryKey: runQuery(run.id).queryKey });
    }
    wasLive.current = live;
  }, [live, client, run.id]);
}
