import { describe, expect, it } from "vitest";
import type { NumberFacts } from "@/lib/api/number-details";
import { detailFacts, networkLine, otherFields } from "./detail-facts";

const facts: NumberFacts = {
  country: "IN",
  callingCode: 91,
  currentOperator: "Airtel",
  currentMcc: "404",
  currentMnc: "10",
  originalOperator: "Vodafone Idea",
  originalMcc: "404",
  originalMnc: "11",
  ported: true,
  roaming: false,
  other: {},
};
const nothing: NumberFacts = {
  country: null,
  callingCode: null,
  currentOperator: null,
  currentMcc: null,
  currentMnc: null,
  originalOperator: null,
  originalMcc: null,
  originalMnc: null,
  ported: null,
  roaming: null,
  other: {},
};
const valueFor = (given: NumberFacts, term: string) =>
  detailFacts(given).find((fact) => fact.term === term)?.value;

describe("the facts of a number lookup", () => {
  it("name country, both operators, both networks, porting and roaming", () => {
    expect(detailFacts(facts).map(({ value }) => value)).toEqual([
      "India (IN)",
      "+91",
      "Airtel",
      "404 / 10",
      "Vodafone Idea",
      "404 / 11",
      "Yes",
      "No",
    ]);
  });

  it("say “Not provided” of each fact that Kaleyra left out, and never “No”", () => {
    expect(new Set(detailFacts(nothing).map(({ value }) => value))).toEqual(
      new Set(["Not provided"]),
    );
  });

  it("keep half a network", () => {
    expect(valueFor({ ...facts, currentMnc: null }, "Current MCC / MNC")).toBe(
      "404 / Not provided",
    );
  });

  it.each(["India", "IND", "in", ""])("leave “%s”, which is no ISO code, as it is", (given) => {
    expect(valueFor({ ...facts, country: given }, "Country")).toBe(given);
  });
});

describe("further fields", () => {
  it("keep Kaleyra's names and values of any shape", () => {
    const other = { operator_type: "mobile", risk: 3, ported_at: null, hlr: { status: ["ok"] } };
    expect(otherFields(other)).toEqual([
      { term: "operator_type", value: "mobile" },
      { term: "risk", value: "3" },
      { term: "ported_at", value: "null" },
      { term: "hlr", value: '{"status":["ok"]}' },
    ]);
  });
});

describe("the line of a network", () => {
  it("says where a number came from", () => {
    expect(networkLine(facts)).toBe("404-10 · ported from Vodafone Idea");
  });
  it("does not say that a number came from where it is", () => {
    const same = { ...facts, originalOperator: "Airtel", roaming: true };
    expect(networkLine(same)).toBe("404-10 · ported · roaming");
  });
  it("is empty when nothing is known", () => {
    expect(networkLine(nothing)).toBe("");
  });
});
