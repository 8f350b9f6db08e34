"use client";

import { type RefObject, useEffect } from "react";

/** Recharts knows left and right only, and walks a chart of rows from the bottom up. */
const TRANSLATION: Record<string, string> = {
  ArrowDown: "ArrowLeft",
  ArrowRight: "ArrowLeft",
  ArrowUp: "ArrowRight",
  ArrowLeft: "ArrowRight",
};

/** Lets the arrow keys walk down and up the rows of the chart inside of an element. */
export function useRowKeys(container: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = container.current;
    if (!element) return;
    const translate = (event: KeyboardEvent) => {
      const key = TRANSLATION[event.key];
      // What this sends itself is not trusted, and so not translated again.
      if (!key || !event.isTrusted) return;
      event.preventDefault();
      event.stopPropagation();
      event.target?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    };
    element.addEventListener("keydown", translate, true);
    return () => element.removeEventListener("keydown", translate, true);
  }, [container]);
}
