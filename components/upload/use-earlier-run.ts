"use client";

import { useQuery } from "@tanstack/react-query";
import { sameFileQuery } from "@/lib/api/queries";
import type { RunListItem } from "@/lib/api/runs";

/** The latest started run of the very same file with an account: to look it up again costs again. */
export function useEarlierRun(accountId: string, fingerprint: string | null): RunListItem | null {
  const { data } = useQuery({
    ...sameFileQuery(accountId, fingerprint ?? ""),
    enabled: fingerprint !== null,
  });
  return data?.items[0] ?? null;
}
