import { expect, it } from "vitest";
import type { ContactFilter } from "@/lib/api/results";
import { choiceOf, type DetailsChoice } from "./details-choice";

const cases: [what: string, filter: ContactFilter, choice: DetailsChoice][] = [
  ["no filter stands for the reachable ones", {}, { segment: "rcs", filter: {} }],
  [
    "an outcome becomes its segment",
    { outcome: "not_rcs", country: "US" },
    { segment: "not_rcs", filter: { country: "US" } },
  ],
  [
    "an outcome that is half a segment stays a filter",
    { outcome: "failed" },
    { segment: "all", filter: { outcome: "failed" } },
  ],
  [
    "another filter stands for all contacts under it",
    { carrier: "AT&T" },
    { segment: "all", filter: { carrier: "AT&T" } },
  ],
];

it.each(cases)("%s", (_, filter, choice) => {
  expect(choiceOf(filter)).toEqual(choice);
});
