"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from "react";

/** How a page reads its state out of the query of its address, and writes it there. */
export interface AddressState<State, Change> {
  /** Such as nuqs's `createLoader`. What can't be read is as if it were not there. */
  load: (query: URLSearchParams) => State;
  /** Such as nuqs's `createSerializer`: the address with the change in it. */
  serialize: (address: string, change: Change) => string;
}

const listeners = new Set<() => void>();
const tellAll = () => {
  for (const listener of listeners) listener();
};

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("popstate", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("popstate", listener);
  };
}

/**
 * The state that a page keeps in its address, so that back, reload and a sent link keep it. A
 * change is a step to come back from unless it replaces the step before.
 *
 * The address itself is what is read: the router's and nuqs's copies of it can fall behind
 * (decision 13). It is changed through the History API, which the router follows without asking
 * the server (Next.js, "Native History API").
 */
export function useAddressState<State, Change>({ load, serialize }: AddressState<State, Change>) {
  const pathname = usePathname();
  const routed = useSearchParams().toString();
  const shown = useRef(routed);
  const query = useSyncExternalStore(
    subscribe,
    // On the way to another page this one stays as it is.
    () =>
      location.pathname === pathname
        ? new URLSearchParams(location.search).toString()
        : shown.current,
    () => routed,
  );
  useEffect(() => {
    shown.current = query;
  }, [query]);
  // A link of the router's own has led here with another query.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the news, not an input
  useEffect(tellAll, [routed]);
  const state = useMemo(() => load(new URLSearchParams(query)), [load, query]);
  const change = useCallback(
    (values: Change, step: "push" | "replace" = "push") => {
      const before = `${location.pathname}${location.search}`;
      const after = serialize(before, values);
      if (after === before) return;
      history[step === "push" ? "pushState" : "replaceState"](null, "", after);
      tellAll();
    },
    [serialize],
  );
  return [state, change] as const;
}
