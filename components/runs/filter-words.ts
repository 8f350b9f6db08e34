import { OUTCOMES } from "@/components/ui/outcomes";
import type { ContactFilter } from "@/lib/api/results";
import { NOT_PROVIDED } from "@/lib/api/values";
import { countryName } from "@/lib/phone/country-name";
import { carrierStatusWords } from "./carrier-status-words";

const given = (value: string, what: string) =>
  value === NOT_PROVIDED ? `${what} not provided` : value;

/** A filter in a few words: "AT&T, United States, number 415". */
export function filterWords(filter: ContactFilter): string {
  return [
    filter.outcome && OUTCOMES[filter.outcome].label,
    filter.carrier && given(filter.carrier, "carrier"),
    filter.carrierStatus && given(carrierStatusWords(filter.carrierStatus), "carrier status"),
    filter.country && countryName(filter.country),
    filter.q && `number ${filter.q}`,
  ]
    .filter(Boolean)
    .join(", ");
}
