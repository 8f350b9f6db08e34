"use client";

import { useMemo } from "react";
import { useAddressState } from "@/components/ui/use-address-state";
import type { ContactFilter } from "@/lib/api/results";
import type { InvalidReason } from "@/lib/phone/invalid-reason";
import { contactFilterOf } from "./contact-filter";
import {
  type CALL_SHOWS,
  type CALLS_OF,
  loadRunParams,
  type RunTab,
  serializeRunParams,
} from "./run-params";

type Change = Parameters<typeof serializeRunParams>[1];

const address = {
  load: (query: URLSearchParams) => loadRunParams(query),
  serialize: (at: string, change: Change) => serializeRunParams(at, change),
};
const firstPage = { cursor: null, page: null };
const noFilter = { outcome: null, carrier: null, carrierStatus: null, country: null, q: null };

/**
 * The state of a run's page, all of it in the address, so that back and reload keep it. The filter
 * and the functions stay the same ones, so that only what shows a change is drawn again.
 */
export function useRunParams() {
  const [params, setParams] = useAddressState(address);
  const { outcome, carrier, carrierStatus, country, q } = params;
  const filter = useMemo(
    () => contactFilterOf({ outcome, carrier, carrierStatus, country, q }),
    [outcome, carrier, carrierStatus, country, q],
  );
  const changes = useMemo(() => changesOf(setParams), [setParams]);
  return {
    params,
    filter,
    ...changes,
    toNextPage: (cursor: string) => setParams({ cursor, page: params.page + 1 }),
  };
}

function changesOf(setParams: (change: Change, step?: "push" | "replace") => void) {
  return {
    showTab: (tab: RunTab) => setParams({ tab, ...firstPage }),
    /** Shows the contacts that match, whatever was filtered by before. */
    showContacts: (filter: ContactFilter) =>
      setParams({ ...noFilter, ...firstPage, ...filter, tab: "contacts" }),
    setFilter: (change: { [K in keyof ContactFilter]: ContactFilter[K] | null }) =>
      setParams({ ...change, ...firstPage }),
    /** Typing leaves no trail of half-typed numbers in the history. */
    search: (q: string) => setParams({ q, ...firstPage }, "replace"),
    clearFilter: () => setParams({ ...noFilter, ...firstPage }),
    setReason: (reason: InvalidReason | null) => setParams({ reason, ...firstPage }),
    setCallsOf: (of: (typeof CALLS_OF)[number]) => setParams({ of, calls: null, ...firstPage }),
    setCalls: (calls: (typeof CALL_SHOWS)[number] | null) => setParams({ calls, ...firstPage }),
    toFirstPage: () => setParams(firstPage),
  };
}
