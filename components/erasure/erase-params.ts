import { createLoader, createSerializer, parseAsArrayOf, parseAsString } from "nuqs/server";
import type { AddressState } from "@/components/ui/use-address-state";

const eraseParams = { receipts: parseAsArrayOf(parseAsString).withDefault([]) };
const load = createLoader(eraseParams);
type EraseParams = Awaited<ReturnType<typeof load>>;

/** Which receipts are shown, in the address of the page that erases numbers. */
export const eraseAddress: AddressState<EraseParams, Partial<EraseParams>> = {
  load: (query) => load(query),
  serialize: createSerializer(eraseParams),
};
