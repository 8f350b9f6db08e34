import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeOf, STRIPE_LINES, stripeOf } from "@/lib/segments/stripes";
import {
  type AnswerStripe,
  ERASED,
  emptyStripe,
  fillStripes,
  NOTHING_KNOWN,
} from "./answer-stripes";
import type { ContactOutcome } from "./contact-outcome";

const answer: fc.Arbitrary<Omit<ContactOutcome, "line">> = fc.record({
  country: fc.constantFrom("US", "GB"),
  outcome: fc.constantFrom("rcs", "not_rcs", "no_answer", "failed", "rejected"),
  carrier: fc.constantFrom(null, "", "AT&T", 'a "quoted" \\ name'),
  carrierStatus: fc.constantFrom(null, "ACTIVE", "UNKNOWN"),
  failure: fc.constantFrom(null, "timeout", "number invalid"),
});
const line = fc.integer({ min: 2, max: 3 * STRIPE_LINES - 1 });
const rounds = fc.array(fc.dictionary(line.map(String), answer, { maxKeys: 60 }), { maxLength: 6 });

/** What is known of the contact on a line, as the view `contact_results` reads it. */
function knownOf(stripes: readonly AnswerStripe[], at: number) {
  const one = stripes.find(({ stripe }) => stripe === stripeOf(at));
  return one?.answers[(one.which[placeOf(at)] ?? 0) - 1];
}

describe("outcomes that are put into their stripes", () => {
  it("stand there for their contacts, the first of each for good, and for no other line", () => {
    fc.assert(
      fc.property(rounds, (given) => {
        let stripes = [0, 1, 2].map(emptyStripe);
        const expected = new Map<number, object>();
        for (const [no, answers] of given.entries()) {
          const checkedAt = `2026-11-28 10:00:0${no}+00`;
          const outcomes = Object.entries(answers).map(([at, one]) => ({
            line: Number(at),
            ...one,
          }));
          const filled = fillStripes(stripes, outcomes, checkedAt);
          stripes = filled.stripes;
          expect(filled.taken).toEqual(outcomes.filter((one) => !expected.has(one.line)));
          for (const { line: at, country: _, ...one } of filled.taken) {
            expected.set(at, { ...one, checkedAt });
          }
        }
        for (let at = 0; at < 3 * STRIPE_LINES; at++) {
          expect(knownOf(stripes, at)).toEqual(expected.get(at));
        }
      }),
    );
  });

  it("are told once, however many contacts they are of, and not at all when none refers to them", () => {
    const all = Array.from({ length: STRIPE_LINES }, (_, at) => outcomeOn(at));
    const { stripes } = fillStripes([emptyStripe(0)], all, "then");
    expect(stripes[0]?.answers).toHaveLength(1);
    const forgotten = stripes.map((one) => ({ ...one, which: one.which.map(() => NOTHING_KNOWN) }));
    const again = fillStripes(forgotten, [outcomeOn(7, "failed")], "later");
    expect(again.stripes[0]?.answers).toMatchObject([{ outcome: "failed", checkedAt: "later" }]);
  });

  it("of an erased contact are kept out and counted apart; of a stripe that is gone, left aside", () => {
    const stripe = emptyStripe(0);
    stripe.which[9] = ERASED;
    const { stripes, taken, erased } = fillStripes(
      [stripe],
      [outcomeOn(9), outcomeOn(10), outcomeOn(STRIPE_LINES)],
      "then",
    );
    expect(taken.map((one) => one.line)).toEqual([10]);
    expect(erased.map((one) => one.line)).toEqual([9]);
    expect(stripes[0]?.which[9]).toBe(ERASED);
  });
});

function outcomeOn(at: number, outcome: ContactOutcome["outcome"] = "rcs"): ContactOutcome {
  return { line: at, country: "US", outcome, carrier: null, carrierStatus: null, failure: null };
}
