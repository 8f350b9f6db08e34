import { describe, expect, it } from "vitest";
import { FAULTS, planRound } from "./plan-round";

const setting = { seed: 7, round: 5, chunks: 20, calls: 40, workers: 3, latencyMs: 400 };
const planOf = (round: number, seed = 7) => planRound({ ...setting, seed, round });

describe("the faults of a round", () => {
  it("are the same for the same seed, and others for another", () => {
    expect(planOf(5)).toEqual(planOf(5));
    expect(planOf(5)).not.toEqual(planOf(6));
    expect(planOf(5)).not.toEqual(planOf(5, 8));
  });

  it("strike while there is something to break", () => {
    for (let round = 0; round < 50; round++) {
      for (const { after, worker } of planOf(round)) {
        if ("chunks" in after) expect(after.chunks).toBeLessThan(setting.chunks);
        else expect(after.calls).toBeGreaterThan(0);
        if ("calls" in after) expect(after.calls).toBeLessThan(setting.calls);
        expect(worker).toBeLessThan(setting.workers);
      }
    }
  });

  it("are of every kind within the first three rounds", () => {
    const struck = [0, 1, 2].flatMap((round) => planOf(round).map(({ fault }) => fault));
    expect(new Set(struck)).toEqual(new Set(FAULTS));
  });
});
