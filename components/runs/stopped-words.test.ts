import { describe, expect, it } from "vitest";
import { FAILURE_KINDS, failurePolicy } from "@/lib/kaleyra/failures";
import { LONG_DOWN_REASON } from "@/lib/lookups/breaker";
import { INTERNAL_REASON } from "@/lib/lookups/work";
import { cureOf } from "./stopped-words";

const stopped = (kind: string) => ({
  reason: { kind, title: "", detail: "" },
  role: "owner" as const,
  isSandbox: false,
});

describe("the cure of a run that stands still", () => {
  it("for a refused key is to replace it, which owners alone may do", () => {
    expect(cureOf(stopped("unauthorised"))).toEqual({ label: "Replace the key" });
    const note = expect.stringMatching(/owner/);
    expect(cureOf({ ...stopped("unauthorised"), role: "analyst" })).toMatchObject({ note });
  });

  it("leads to the account for every failure that pauses a run", () => {
    for (const kind of FAILURE_KINDS.filter((one) => failurePolicy(one).pauses)) {
      expect(cureOf(stopped(kind)), kind).not.toBeNull();
    }
  });

  it("of a Kaleyra that was down for long begins with a look at the connection", () => {
    expect(cureOf(stopped(LONG_DOWN_REASON))).toEqual({ label: "Check the connection" });
  });

  it("is not on the account's page when the fault is ours", () => {
    expect(cureOf(stopped(INTERNAL_REASON))).toBeNull();
  });
});
