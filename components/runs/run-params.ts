import {
  createLoader,
  createParser,
  createSerializer,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import type { ContactFilter } from "@/lib/api/results";
import { COUNTRY_CODE, OUTCOMES } from "@/lib/api/values";
import { INVALID_REASONS } from "@/lib/phone/invalid-reason";

export const RUN_TABS = ["overview", "contacts", "invalid", "duplicates", "lookups"] as const;
export type RunTab = (typeof RUN_TABS)[number];

/** Which attempts of the ledger are shown: of one kind of lookup, with one kind of end. */
export const CALLS_OF = ["rcs", "details"] as const;
export const CALL_SHOWS = ["failed", "billed", "ambiguous", "free"] as const;

const parseAsCountry = createParser({
  parse: (text: string) => (COUNTRY_CODE.test(text) ? text : null),
  serialize: (code: string) => code,
});

/** What the address of a run says: its tab, the filters of its contacts, the place in the list. */
export const runParams = {
  tab: parseAsStringLiteral(RUN_TABS).withDefault("overview"),
  outcome: parseAsStringLiteral(OUTCOMES),
  carrier: parseAsString,
  carrierStatus: parseAsString,
  country: parseAsCountry,
  q: parseAsString.withDefault(""),
  reason: parseAsStringLiteral(INVALID_REASONS),
  of: parseAsStringLiteral(CALLS_OF).withDefault("rcs"),
  calls: parseAsStringLiteral(CALL_SHOWS),
  /** `nextCursor` of the page before; none on the first page. */
  cursor: parseAsString,
  page: parseAsInteger.withDefault(1),
};

/** The short names in the address. */
const runUrlKeys = { carrierStatus: "status" } as const;

export const serializeRunParams = createSerializer(runParams, { urlKeys: runUrlKeys });

/** The address of a run's contacts under a filter. */
export function contactsHref(id: string, filter: ContactFilter): string {
  return serializeRunParams(`/runs/${id}`, { tab: "contacts", ...filter });
}

export const loadRunParams = createLoader(runParams, { urlKeys: runUrlKeys });
export type RunParams = Awaited<ReturnType<typeof loadRunParams>>;
