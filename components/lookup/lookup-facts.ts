import { carrierStatusWords } from "@/components/runs/carrier-status-words";
import type { Fact } from "@/components/ui/description-list";
import { NOT_PROVIDED_WORDS } from "@/components/ui/not-provided";
import type { LookupAnswer } from "@/lib/api/lookup";
import { NUMBER_TYPES, numberTypeLabel } from "@/lib/phone/number-type";

/** The facts of an answer, in the order in which they are read. `countryName` may be the code alone. */
export function lookupFacts(answer: LookupAnswer, countryName: string): Fact[] {
  const type = NUMBER_TYPES.find((one) => one === answer.numberType) ?? "unknown";
  const known = answer.outcome === "rcs" || answer.outcome === "not_rcs";
  return [
    // Without an answer, "not provided" would blame Kaleyra for what it was never able to say.
    ...(known
      ? [
          { term: "Carrier", value: answer.carrier ?? NOT_PROVIDED_WORDS },
          {
            term: "Carrier status",
            value:
              answer.carrierStatus === null
                ? NOT_PROVIDED_WORDS
                : carrierStatusWords(answer.carrierStatus),
          },
        ]
      : []),
    { term: "Country", value: countryName },
    { term: "Number type", value: numberTypeLabel(type) },
  ];
}
