import { createLoader, createSerializer, parseAsString, parseAsStringLiteral } from "nuqs/server";
import type { AddressState } from "@/components/ui/use-address-state";
import { MAX_NAME_LENGTH, RUN_STATUSES } from "@/lib/api/values";

const listParams = {
  q: parseAsString.withDefault(""),
  status: parseAsStringLiteral(RUN_STATUSES),
};

/** Reads what the address of the list of runs says. */
export const loadListParams = createLoader(listParams);
type ListParams = Awaited<ReturnType<typeof loadListParams>>;

/** The state of the list of runs in its address. */
export const listAddress: AddressState<ListParams, Partial<ListParams>> = {
  load: (query) => loadListParams(query),
  serialize: createSerializer(listParams),
};

/** What an address asks for, without what it leaves open. */
export function runFilterOf({ q, status }: ListParams) {
  const text = q.trim().slice(0, MAX_NAME_LENGTH);
  return { ...(text && { q: text }), ...(status && { status }) };
}
