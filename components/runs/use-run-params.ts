"use client";

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

const address = {
  load: (query: URLSearchParams) => loadRunParams(query),
  serialize: (at: string, change: Parameters<typeof serializeRunParams>[1]) =>
    serializeRunParams(at, change),
};
const firstPage = { cursor: null, page: null };
const noFilter = { outcome: null, carrier: null, carrierStatus: null, country: null, q: null };

/** The state of a run's page, all of it in the address, so that back and reload keep it. */
export function useRunParams() {
  const [params, setParams] = useAddressState(address);
  return {
    params,
    filter: contactFilterOf(params),
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
    toNextPage: (cursor: string) => setParams({ cursor, page: params.page + 1 }),
  };
}
