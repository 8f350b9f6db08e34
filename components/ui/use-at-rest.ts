"use client";

import { useSyncExternalStore } from "react";

/** Milliseconds after everything has been loaded. */
const PAUSE = 1_000;

const listeners = new Set<() => void>();
let isAtRest = false;
let isAwaited = false;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!isAwaited) {
    isAwaited = true;
    if (document.readyState === "complete") wait();
    else window.addEventListener("load", wait, { once: true });
  }
  return () => listeners.delete(listener);
}

function wait(): void {
  setTimeout(() => {
    isAtRest = true;
    for (const listener of listeners) listener();
  }, PAUSE);
}

/** Whether the page that the visit began with has been there for a moment. It stays so from then on. */
export function useAtRest(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => isAtRest,
    () => false,
  );
}
