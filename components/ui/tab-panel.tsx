"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";

/** What the Tab key stops at. */
const STOPS = ["a[href]", "button", "input", "select", "textarea", "[tabindex]"]
  .map((stop) => `${stop}:not([tabindex="-1"]):not(:disabled)`)
  .join();

export interface TabPanelProps {
  id: string;
  /** The id of its tab. */
  labelledBy: string;
  children: ReactNode;
}

/** What a chosen tab holds. With nothing in it that the Tab key stops at, it is a stop itself. */
export function TabPanel({ id, labelledBy, children }: TabPanelProps) {
  const panel = useRef<HTMLDivElement>(null);
  const [isStop, setStop] = useState(false);
  useEffect(() => {
    const { current } = panel;
    if (!current) return;
    const look = () => setStop(!current.querySelector(STOPS));
    look();
    const observer = new MutationObserver(look);
    observer.observe(current, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ["tabindex", "disabled"],
    });
    return () => observer.disconnect();
  }, []);
  return (
    <div
      ref={panel}
      role="tabpanel"
      id={id}
      aria-labelledby={labelledBy}
      tabIndex={isStop ? 0 : undefined}
      // Another tab was pressed before this one was live.
      className="rounded-sm [[data-pressed]:not([data-live])+&]:invisible"
    >
      {children}
    </div>
  );
}
