import { describe, expect, it } from "vitest";
import { AUDIT_ACTIONS } from "./actions";
import { AUDIT_GROUPS, actionsOf } from "./groups";
import { tellEvent } from "./tell-event";

describe("an event", () => {
  it.each(AUDIT_ACTIONS)("%s is told in words, whatever facts it has", (action) => {
    for (const facts of [{}, { rows: 3, contacts: 1, role: "viewer", what: "ledger" }]) {
      const told = tellEvent({ action, label: "Spring list", facts });
      expect(told).toMatch(/^[a-z]/);
      expect(told).not.toContain("undefined");
    }
  });

  it("of an export says how much of what was taken from where, and as what", () => {
    const facts = {
      what: "segment",
      segment: "rcs",
      format: "csv",
      rows: 1_204,
      isFiltered: false,
    };
    const event = { action: "exported", label: "Spring list" } as const;
    expect(tellEvent({ ...event, facts })).toBe(
      "exported 1,204 contacts reachable on RCS from “Spring list” as CSV",
    );
    const { rows: _, ...filtered } = { ...facts, isFiltered: true, format: "xlsx" };
    expect(tellEvent({ ...event, facts: filtered })).toBe(
      "exported contacts reachable on RCS by a filter from “Spring list” as a workbook",
    );
  });

  it("is of exactly one group", () => {
    expect(AUDIT_GROUPS.flatMap(actionsOf).sort()).toEqual([...AUDIT_ACTIONS].sort());
  });
});
