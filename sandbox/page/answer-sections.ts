import { choice, type Section, share } from "./field";
import { FAULT_LABELS } from "./labels";

const wrong: Section = {
  title: "Wrong answers",
  note: "The share of numbers that each strikes. A number is always struck in the same way.",
  fields: [
    share("rejectShare", FAULT_LABELS.rejected),
    share("missingShare", FAULT_LABELS.missing),
    share("doubledShare", FAULT_LABELS.doubled),
    share("contradictedShare", FAULT_LABELS.contradicted),
    share("foreignShare", FAULT_LABELS.foreign),
    share("withoutPlusShare", FAULT_LABELS.without_plus),
    share("chatAddressShare", FAULT_LABELS.chat_address),
    share("withoutCarrierShare", FAULT_LABELS.without_carrier),
    share("oddStatusShare", FAULT_LABELS.odd_status),
    share("flagAsTextShare", FAULT_LABELS.flag_as_text),
    share("flagUnreadableShare", FAULT_LABELS.flag_unreadable),
    { kind: "switch", name: "wrongCounts", label: FAULT_LABELS.wrong_counts },
    {
      kind: "optional",
      name: "strikesPerNumber",
      label: "Spare a number after",
      hint: "So that asking again helps. Empty: never.",
      unit: "times asked",
      min: 1,
      max: 1000,
    },
  ],
};

const details: Section = {
  title: "Number details",
  fields: [
    {
      kind: "number",
      name: "detailsReadyAfterMs",
      label: "Ready after",
      unit: "ms",
      min: 0,
      max: 600_000,
    },
    {
      kind: "number",
      name: "detailsReadyAfterPolls",
      label: "Ready after",
      unit: "polls in vain",
      min: 0,
      max: 1000,
    },
    choice("detailsPendingAs", "Not ready looks like", [
      ["bare", "An item without details"],
      ["empty", "An empty list"],
      ["202", "Status 202"],
    ]),
    share("detailsFailShare", "Fail for"),
    choice("detailsFailAs", "They fail as", [
      ["500", "500 RCS502, gateway error"],
      ["404", "404, not found"],
      ["never", "Never ready"],
    ]),
  ],
};

/** The settings of what an answer says. */
export const ANSWER_SECTIONS: readonly Section[] = [wrong, details];
