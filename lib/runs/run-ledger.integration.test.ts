import { expect, it } from "vitest";
import type { CallFilter } from "@/lib/api/calls";
import { pool } from "@/lib/db/pool";
import { startDetails } from "@/lib/details/start-details";
import { closeCall, closeInterrupted, openCall } from "@/lib/lookups/ledger";
import { makeMember, makeUser } from "@/test/people";
import { usNumbers } from "@/test/runs";
import { lookUp, withSteps } from "@/test/steps";
import { exportCalls } from "./export-calls";
import { getRun } from "./get-run";
import { listCalls } from "./list-calls";

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

it("shows RCS lookups and number details apart, and what is under way as neither failed nor billed", async () => {
  const run = await lookUp(at, usNumbers(3));
  const { accountId } = at;
  const { id: passId } = await startDetails(at.user, run.id, { segment: "all", filter: {} });
  const asked = { accountId, runId: run.id, numbers: 3, passId };
  const operation = "number_lookup";
  const callId = await openCall(pool(), { ...asked, operation });
  await closeCall(pool(), callId, { httpStatus: 200, billed: 3 });
  const single = { accountId, runId: run.id, operation: "single_lookup", numbers: 1 } as const;
  await openCall(pool(), single);
  const list = (filter: CallFilter) => listCalls(at.user, run.id, { limit: 50, ...filter });
  expect((await list({})).counts).toEqual({
    rcs: { all: 4, failed: 0, billed: 3, ambiguous: 0, free: 0 },
    details: { all: 1, failed: 0, billed: 1, ambiguous: 0, free: 0 },
  });
  for (const [filter, count] of [
    [{}, 5],
    [{ of: "rcs" }, 4],
    [{ of: "details" }, 1],
    [{ failed: "true" }, 0],
    [{ billing: "ambiguous" }, 0],
    [{ billing: "billed", of: "rcs" }, 3],
  ] as const) {
    expect((await list(filter)).items).toHaveLength(count);
  }
  const viewer = await makeMember(at.accountId, "viewer");
  expect((await listCalls(viewer, run.id, { limit: 50 })).items).toHaveLength(5);
  await expect(exportCalls(viewer, run.id, { format: "csv" })).rejects.toMatchObject({
    code: "forbidden",
  });
  const stranger = await makeUser();
  await expect(listCalls(stranger, run.id, { limit: 50 })).rejects.toMatchObject({
    code: "not_found",
  });
});
