"use client";

import { useLinkStatus } from "next/link";

/**
 * A line at the top of the window while the next page is on its way, for those who wait longer than
 * a moment. In the place of a skeleton: once painted, React keeps that in sight for 300 ms, and most
 * pages are there sooner.
 */
export function OnItsWay() {
  return (
    <span
      role="status"
      className="fixed inset-x-0 top-0 z-50 h-0.75 animate-appear overflow-hidden bg-line"
    >
      <span className="block h-full w-2/5 animate-slide bg-accent motion-reduce:w-full motion-reduce:animate-none" />
      <span className="sr-only">The page is being loaded</span>
    </span>
  );
}

/** The same for the link that it stands in. */
export function LinkOnItsWay() {
  return useLinkStatus().pending && <OnItsWay />;
}
