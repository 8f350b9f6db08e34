"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { detailProgressQuery } from "@/lib/api/queries";
import { isUnfinished } from "./pass-words";

/**
 * The latest pass over a run's number details, asked for again while it goes. When it ends, what
 * is shown of the contacts is read anew.
 */
export function useDetailProgress(runId: string) {
  const client = useQueryClient();
  const { data, error } = useQuery(detailProgressQuery(runId));
  const isGoing = isUnfinished(data?.pass);
  // Whoever watched it end is told so in the same place: nothing jumps.
  const [hasWatched, setWatched] = useState(false);
  if (isGoing && !hasWatched) setWatched(true);
  const wasGoing = useRef(isGoing);
  useEffect(() => {
    const hasEnded = wasGoing.current && !isGoing;
    wasGoing.current = isGoing;
    if (!hasEnded) return;
    client.invalidateQueries({ queryKey: ["runs", runId, "contacts"] });
    client.invalidateQueries({ queryKey: ["runs", runId, "details"] });
  }, [isGoing, client, runId]);
  return { pass: data?.pass ?? null, error, isGoing, hasWatched };
}
