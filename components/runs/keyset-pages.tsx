"use client";

import { Pagination } from "@/components/ui/pagination";
import { formatNumber } from "@/lib/format";
import type { useRunParams } from "./use-run-params";

export interface KeysetPagesProps {
  state: ReturnType<typeof useRunParams>;
  nextCursor: string | null;
  isPending: boolean;
}

/** Through the pages of a list; nothing when there is but one. */
export function KeysetPages({ state, nextCursor, isPending }: KeysetPagesProps) {
  const { cursor, page } = state.params;
  if (!cursor && !nextCursor) return null;
  return (
    <Pagination
      summary={`Page ${formatNumber(page)}`}
      onFirst={cursor ? state.toFirstPage : undefined}
      onNext={nextCursor ? () => state.toNextPage(nextCursor) : undefined}
      isPending={isPending}
    />
  );
}
