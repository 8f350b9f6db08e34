import { describe, expect, it } from "vitest";
import { explainReason, reasonTitle } from "./explain-reason";
import { INVALID_REASONS } from "./invalid-reason";

describe("explainReason", () => {
  it("says what Excel did and what to do", () => {
    expect(explainReason("scientific_notation", { cell: "9.19876E+11" })).toBe(
      "Excel turned this number into 9.19876E+11 and dropped its last digits: export the column as text.",
    );
  });

  it("names the country whose plan judged the number, unless the number brought its own", () => {
    const national = explainReason("not_a_valid_number", { cell: "9100000000", country: "US" });
    expect(national).toContain("for United States");
    expect(explainReason("too_long", { cell: "+44 1", country: "US" })).not.toContain("United");
    expect(explainReason("too_long", { cell: "0044 1", country: "US" })).not.toContain("United");
  });

  it("cuts a long cell", () => {
    expect(explainReason("date", { cell: "1".repeat(500) }).length).toBeLessThan(150);
  });

  it("is one sentence with a next step, and has a title of its own, for every reason", () => {
    for (const reason of INVALID_REASONS) {
      expect(explainReason(reason, { cell: "123", country: "US" })).toMatch(/^[^.]+: [^.]+\.$/);
    }
    expect(new Set(INVALID_REASONS.map(reasonTitle)).size).toBe(INVALID_REASONS.length);
  });
});
