import { expect, it } from "vitest";
import { pool } from "@/lib/db/pool";
import { closeInterrupted, openCall } from "@/lib/lookups/ledger";
import { usNumbers } from "@/test/runs";
import { lookUp, withSteps } from "@/test/steps";
import { getRun } from "./get-run";

const at = withSteps();

it("a call under way is billed as nothing yet; one that was cut off may have been billed", async () => {
  const run = await lookUp(at, usNumbers(3));
  const lane = "a lane";
  const { accountId } = at;
  const operation = "single_lookup";
  await openCall(pool(), { accountId, runId: run.id, lane, operation, numbers: 1 });
  const underWay = await getRun(at.user, run.id);
  expect(underWay.ledger).toEqual({ calls: 4, billed: 3, ambiguous: 0, excess: 0 });
  expect(underWay.cost.soFar).toBeCloseTo(3 * run.cost.pricePerLookup, 6);
  await closeInterrupted(pool(), lane, run.id);
  const cutOff = await getRun(at.user, run.id);
  expect(cutOff.ledger).toEqual({ calls: 4, billed: 3, ambiguous: 1, excess: 1 });
  expect(cutOff.cost.soFar).toBeCloseTo(4 * run.cost.pricePerLookup, 6);
});
