import { describe, expect, it } from "vitest";
import type { AudienceState } from "@/lib/audience/audience-state";
import { nextStep, shownStep } from "./upload-step";

const idle: AudienceState = { step: "idle", problem: null };
const inspected = { step: "inspected", problem: null } as AudienceState;
const cleaned = { step: "cleaned", problem: null, review: {} } as AudienceState;
const uploading = { ...cleaned, step: "uploading" } as AudienceState;

describe("shownStep", () => {
  it("starts anew when the address speaks of a file that a reload has lost", () => {
    expect(shownStep("review", idle, false)).toBe("file");
  });
  it("does not show a review before the file was cleaned", () => {
    expect(shownStep("review", inspected, false)).toBe("columns");
  });
  it("lets one go back", () => {
    expect(shownStep("columns", cleaned, false)).toBe("columns");
    expect(shownStep("file", cleaned, false)).toBe("file");
  });
  it("keeps the review in sight while a start is under way", () => {
    expect(shownStep("columns", cleaned, true)).toBe("review");
    expect(shownStep("file", uploading, true)).toBe("review");
  });
});

describe("nextStep", () => {
  it("moves on when the file was read and when it was cleaned", () => {
    expect(nextStep("inspecting", "inspected")).toBe("columns");
    expect(nextStep("cleaning", "cleaned")).toBe("review");
  });
  it("moves on also when a cleaning was over before it was drawn", () => {
    expect(nextStep("inspected", "cleaned")).toBe("review");
  });
  it("stays where the user is when a choice changes or an upload stops", () => {
    expect(nextStep("cleaned", "inspected")).toBeNull();
    expect(nextStep("uploading", "cleaned")).toBeNull();
    expect(nextStep("cleaning", "inspected")).toBeNull();
  });
});
