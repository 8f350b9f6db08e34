import { describe, expect, it } from "vitest";
import type { BreakdownView } from "@/lib/api/results";
import { NOT_PROVIDED } from "@/lib/api/values";
import { countContacts } from "./count-contacts";

const cells: BreakdownView["cells"] = [
  { outcome: "rcs", country: "US", carrier: "AT&T", carrierStatus: "ACTIVE", contacts: 1 },
  { outcome: "not_rcs", country: "US", carrier: "AT&T", carrierStatus: "INACTIVE", contacts: 2 },
  { outcome: "rcs", country: "DE", carrier: null, carrierStatus: null, contacts: 4 },
  { outcome: "failed", country: "DE", carrier: null, carrierStatus: null, contacts: 8 },
];

describe("countContacts", () => {
  it.each([
    [{}, 15],
    [{ country: "DE" }, 12],
    [{ carrier: "AT&T" }, 3],
    [{ carrier: "AT&T", outcome: "rcs" as const }, 1],
    [{ carrierStatus: "INACTIVE" }, 2],
  ])("counts what %j lets through", (filter, count) => {
    expect(countContacts(cells, filter)).toBe(count);
  });

  it("does not take a failed lookup for one without a carrier", () => {
    expect(countContacts(cells, { carrier: NOT_PROVIDED })).toBe(4);
  });

  it("counts within a segment", () => {
    expect(countContacts(cells, {}, ["no_answer", "failed"])).toBe(8);
  });

  it("does not pretend to know how many numbers contain some digits", () => {
    expect(countContacts(cells, { q: "415" })).toBeNull();
  });
});
