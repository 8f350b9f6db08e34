"use client";

import type { ReactNode } from "react";
import { Button } from "./button";
import { ArrowRightIcon, ChevronLeftIcon } from "./icons";

export interface PaginationProps {
  /** Where one is: "50 of 4,764 contacts". */
  summary: ReactNode;
  /** Back to the start; left out on the first page. Keyset pages have no number to jump to. */
  onFirst?: () => void;
  /** Left out on the last page. */
  onNext?: () => void;
  isPending?: boolean;
}

/** Through a long list, page by page. */
export function Pagination({ summary, onFirst, onNext, isPending }: PaginationProps) {
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center justify-between gap-3 py-3">
      <p role="status" className="text-muted text-sm tabular-nums">
        {summary}
      </p>
      <div className="flex gap-2">
        <Button size="sm" onPress={onFirst} isDisabled={!onFirst}>
          <ChevronLeftIcon />
          First page
        </Button>
        <Button size="sm" onPress={onNext} isDisabled={!onNext} isPending={isPending}>
          Next page
          <ArrowRightIcon />
        </Button>
      </div>
    </nav>
  );
}

export interface LoadMoreProps {
  summary: ReactNode;
  /** Left out when all is shown. */
  onMore?: () => void;
  isPending?: boolean;
}

/** Adds the next rows below those that are there. */
export function LoadMore({ summary, onMore, isPending }: LoadMoreProps) {
  return (
    <div className="flex flex-col items-center gap-2 py-4">
      <p role="status" className="text-muted text-sm tabular-nums">
        {summary}
      </p>
      {onMore && (
        <Button size="sm" onPress={onMore} isPending={isPending}>
          Show more
        </Button>
      )}
    </div>
  );
}
