"use client";

import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { runQuery } from "@/lib/api/queries";
import { isLive, isUnderWay } from "@/lib/api/run-status";
import { runTitle } from "./run-title";

/** Milliseconds between two looks at a run that is going, and at one that may still change a little. */
const LIVE_INTERVAL = 1_000;
const CALM_INTERVAL = 3_000;
/** Calls in flight when a run stops are finished within their deadline of 30 seconds. */
const SETTLING_TIME = 35_000;

/**
 * A run, asked for again while it may change: while it is going, while it is paused, and until the
 * calls that were in flight when it stopped have come back. The tab's title follows it.
 */
export function useLiveRun(id: string) {
  const client = useQueryClient();
  const [isSettling, setSettling] = useState(false);
  const { data: run, error } = useSuspenseQuery({
    ...runQuery(id),
    refetchInterval: (query) => {
      const status = query.state.data?.status;
      if (isLive(status)) return LIVE_INTERVAL;
      return status === "paused" || isSettling ? CALM_INTERVAL : false;
    },
  });
  const live = isLive(run.status);

  const title = runTitle(run);
  useEffect(() => {
    document.title = title;
  }, [title]);

  const wasLive = useRef(live);
  useEffect(() => {
    const hasEnded = wasLive.current && !live;
    wasLive.current = live;
    if (!hasEnded) return;
    client.invalidateQueries({ queryKey: runQuery(id).queryKey });
    setSettling(true);
    const timer = setTimeout(() => setSettling(false), SETTLING_TIME);
    return () => clearTimeout(timer);
  }, [live, client, id]);

  return { run, error, isMoving: isUnderWay(run.status) || isSettling };
}
