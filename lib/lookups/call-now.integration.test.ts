import { expect, it } from "vitest";
import { pool } from "@/lib/db/pool";
import { withSteps } from "@/test/steps";
import { gateDelay, holdAccount } from "./gate";
import { lookupNumber } from "./lookup-number";

const at = withSteps();

const check = () => lookupNumber(at.user, { accountId: at.accountId, number: "+14155552671" });
const calls = () => at.sandbox.report().totals.calls;

it("a call outside any run that is told to come back later holds the whole account", async () => {
  at.sandbox.configure({ failEvery: { n: 1, how: "rate_limit", retryAfter: 60 } });
  expect(await check()).toMatchObject({
    outcome: "failed",
    failure: { kind: "throttled" },
    billing: "free",
  });
  expect(await gateDelay(pool(), at.accountId)).toBeGreaterThan(50_000);
  expect(calls()).toBe(1);
});

it("a person does not wait for an account that is held, nor is anything asked or written", async () => {
  await holdAccount(at.accountId, 60_000);
  await expect(check()).rejects.toMatchObject({
    code: "unavailable",
    message: expect.stringMatching(/Try again in \d\d seconds/),
  });
  expect(calls()).toBe(0);
  const { rows } = await pool().query("SELECT 1 FROM lookup_calls WHERE account_id = $1", [
    at.accountId,
  ]);
  expect(rows).toEqual([]);
});
