import fc from "fast-check";
import { expect, it } from "vitest";
import { stripeOf } from "@/lib/segments/stripes";
import type { ContactOutcome } from "./contact-outcome";
import { groupByCell } from "./group-by-cell";

const outcome: fc.Arbitrary<ContactOutcome> = fc.record({
  line: fc.integer({ min: 2, max: 2_000 }),
  country: fc.constantFrom("US", "GB"),
  outcome: fc.constantFrom("rcs", "not_rcs", "failed"),
  carrier: fc.constantFrom(null, "", "AT&T"),
  carrierStatus: fc.constantFrom(null, "ACTIVE"),
  failure: fc.constantFrom(null, "timeout"),
});
const outcomes = fc.uniqueArray(outcome, { selector: ({ line }) => line, maxLength: 300 });

it("puts each line under its cell once, in its stripe, sorted; whatever order they come in", () => {
  fc.assert(
    fc.property(outcomes, (given) => {
      const cells = groupByCell(given);
      expect(groupByCell([...given].reverse())).toEqual(cells);
      const found = cells.flatMap(({ contacts, stripes, ...cell }) => {
        expect(stripes.reduce((sum, { lines }) => sum + lines.length, 0)).toBe(contacts);
        expect(stripes.map(({ stripe }) => stripe)).toEqual(
          [...new Set(stripes.map(({ stripe }) => stripe))].sort((a, b) => a - b),
        );
        return stripes.flatMap(({ stripe, lines }) => {
          expect(lines).toEqual([...lines].sort((a, b) => a - b));
          return lines.map((line) => ({ line, stripe, ...cell }));
        });
      });
      const wanted = given.map(({ line, country, outcome, carrier, carrierStatus }) => ({
        ...{ line, stripe: stripeOf(line), country, outcome },
        ...{ carrier: carrier ?? "", carrierStatus: carrierStatus ?? "" },
      }));
      const byLine = (a: { line: number }, b: { line: number }) => a.line - b.line;
      expect(found.sort(byLine)).toEqual(wanted.sort(byLine));
    }),
  );
});
