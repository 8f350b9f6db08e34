"use client";

import type { RefObject } from "react";
import { Pagination } from "@/components/ui/pagination";
import { formatNumber } from "@/lib/format";
import type { useRunParams } from "./use-run-params";

export interface KeysetPagesProps {
  state: ReturnType<typeof useRunParams>;
  nextCursor: string | null;
  isPending: boolean;
  /** What begins with the list: a new page is read from there. */
  top: RefObject<HTMLElement | null>;
}

/** Through the pages of a list; nothing when there is but one. */
export function KeysetPages({ state, nextCursor, isPending, top }: KeysetPagesProps) {
  const { cursor, page } = state.params;
  if (!cursor && !nextCursor) return null;
  const toTop = () => top.current?.scrollIntoView({ block: "start" });
  const toFirst = () => {
    state.toFirstPage();
    toTop();
  };
  const toNext = (next: string) => {
    state.toNextPage(next);
    toTop();
  };
  return (
    <Pagination
      summary={`Page ${formatNumber(page)}`}
      onFirst={cursor ? toFirst : undefined}
      onNext={nextCursor ? () => toNext(nextCursor) : undefined}
      isPending={isPending}
    />
  );
}
