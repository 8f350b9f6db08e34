import type { Fact } from "@/components/ui/description-list";
import type { LookupAnswer } from "@/lib/api/lookup";
import { NUMBER_TYPES, numberTypeLabel } from "@/lib/phone/number-type";

/** What Kaleyra left out is neither unknown nor inactive. */
export const NOT_PROVIDED = "Not provided";

const statuses: Record<string, string> = {
  ACTIVE: "Active",
  INACTIVE: "Inactive",
  UNKNOWN: "Unknown",
};

/** Kaleyra's carrier status in words. */
export function carrierStatusLabel(status: string | null): string {
  if (status === null) return NOT_PROVIDED;
  return statuses[status] ?? status;
}

/** The facts of an answer, in the order in which they are read. `countryName` may be the code alone. */
export function lookupFacts(answer: LookupAnswer, countryName: string): Fact[] {
  const type = NUMBER_TYPES.find((one) => one === answer.numberType) ?? "unknown";
  const known = answer.outcome === "rcs" || answer.outcome === "not_rcs";
  return [
    // Without an answer, "not provided" would blame Kaleyra for what it was never able to say.
    ...(known
      ? [
          { term: "Carrier", value: answer.carrier ?? NOT_PROVIDED },
          { term: "Carrier status", value: carrierStatusLabel(answer.carrierStatus) },
        ]
      : []),
    { term: "Country", value: countryName },
    { term: "Number type", value: numberTypeLabel(type) },
  ];
}
