import type { Fact } from "@/components/ui/description-list";
import { NOT_PROVIDED_WORDS } from "@/components/ui/not-provided";
import type { NumberFacts } from "@/lib/api/number-details";
import { countryName } from "@/lib/phone/country-name";

const yesOrNo = (flag: boolean | null) =>
  flag === null ? NOT_PROVIDED_WORDS : flag ? "Yes" : "No";

/** A network: `310 / 012`. */
function network(mcc: string | null, mnc: string | null): string {
  if (mcc === null && mnc === null) return NOT_PROVIDED_WORDS;
  return `${mcc ?? NOT_PROVIDED_WORDS} / ${mnc ?? NOT_PROVIDED_WORDS}`;
}

/** `India (IN)`; what is no ISO code stays as Kaleyra wrote it. */
function country(code: string | null): string {
  if (code === null) return NOT_PROVIDED_WORDS;
  return /^[A-Z]{2}$/.test(code) ? `${countryName(code)} (${code})` : code;
}

/** What the number lookup says, in the order in which it is read; nothing is left out. */
export function detailFacts(facts: NumberFacts): Fact[] {
  return [
    { term: "Country", value: country(facts.country) },
    {
      term: "Calling code",
      value: facts.callingCode === null ? NOT_PROVIDED_WORDS : `+${facts.callingCode}`,
    },
    { term: "Current operator", value: facts.currentOperator ?? NOT_PROVIDED_WORDS },
    { term: "Current MCC / MNC", value: network(facts.currentMcc, facts.currentMnc) },
    { term: "Original operator", value: facts.originalOperator ?? NOT_PROVIDED_WORDS },
    { term: "Original MCC / MNC", value: network(facts.originalMcc, facts.originalMnc) },
    { term: "Ported", value: yesOrNo(facts.ported) },
    { term: "Roaming", value: yesOrNo(facts.roaming) },
  ];
}

/** Fields that no document names, under Kaleyra's own names. */
export function otherFields(other: NumberFacts["other"]): Fact[] {
  return Object.entries(other).map(([term, value]) => ({
    term,
    value: typeof value === "string" ? value : JSON.stringify(value),
  }));
}

/** The network and its moves in a line: `310-012 · ported from AT&T · roaming`. */
export function networkLine(facts: NumberFacts): string {
  const { currentMcc, currentMnc, currentOperator, originalOperator, ported, roaming } = facts;
  const isFromElsewhere = originalOperator !== null && originalOperator !== currentOperator;
  return [
    [currentMcc, currentMnc].filter((code) => code !== null).join("-"),
    ported && (isFromElsewhere ? `ported from ${originalOperator}` : "ported"),
    roaming && "roaming",
  ]
    .filter(Boolean)
    .join(" · ");
}
