import { beforeEach, expect, it } from "vitest";
import { updateAccount } from "@/lib/accounts/update-account";
import { draftRun, usNumbers } from "@/test/runs";
import { withSteps, workRun } from "@/test/steps";
import { getRun } from "./get-run";
import { retryRun } from "./retry-run";
import { startRun } from "./start-run";

const at = withSteps();
const british = Array.from({ length: 50 }, (_, index) => `+44791112${3_000 + index}`);
const numbers = [...usNumbers(100), ...british];

beforeEach(() => updateAccount(at.user, at.accountId, { oneCountryPerBatch: true }));

const planOf = async (id: string) => (await getRun(at.user, id)).plan;

it("a draft announces the calls that its run is then made of, one country per batch or not", async () => {
  const mixed = { bulkCalls: 1, singleCalls: 0 };
  const byCountry = { bulkCalls: 1, singleCalls: 50 };
  const { id, plan } = await draftRun(at.user, at.accountId, numbers);
  expect(plan).toEqual({ bulkCalls: 0, singleCalls: 0 });
  expect(await planOf(id)).toEqual(byCountry);
  await updateAccount(at.user, at.accountId, { oneCountryPerBatch: false });
  expect(await planOf(id)).toEqual(mixed);
  await updateAccount(at.user, at.accountId, { oneCountryPerBatch: true });
  expect((await startRun(at.user, id)).plan).toEqual(byCountry);
  const run = await workRun(at, id);
  expect(run.plan).toEqual(byCountry);
  expect(run.ledger.calls).toBe(51);
});

it("a batch that is cut up, and numbers that are asked again, do not change what was planned", async () => {
  // Too many are rejected for a bulk call; of those that then go singly some are left out.
  at.sandbox.configure({ rejectShare: 0.2, missingShare: 0.2 });
  const { id } = await draftRun(at.user, at.accountId, usNumbers(100));
  await startRun(at.user, id);
  const run = await workRun(at, id);
  const plan = { bulkCalls: 1, singleCalls: 0 };
  expect(run).toMatchObject({ status: "done", plan, ledger: { calls: 101 } });
  expect(run.outcomes.no_answer).toBeGreaterThan(0);
  at.sandbox.configure({});
  expect(await retryRun(at.user, id)).toMatchObject({ status: "queued", plan });
  const retried = await workRun(at, id);
  expect(retried).toMatchObject({ status: "done", plan, outcomes: { no_answer: 0 } });
  expect(retried.ledger.calls).toBe(101 + run.outcomes.no_answer);
});
