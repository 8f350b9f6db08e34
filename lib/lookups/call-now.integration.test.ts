import { afterEach, describe, expect, it, vi } from "vitest";
import { pool } from "@/lib/db/pool";
import { lookupDetails } from "@/lib/details/lookup-details";
import { runWaiting } from "@/lib/runs/run-waiting";
import { letWaitsBeOver, withSteps } from "@/test/steps";
import { gateDelay, holdAccount } from "./gate";
import { lookupNumber } from "./lookup-number";

const at = withSteps();
afterEach(() => {
  vi.restoreAllMocks();
});

const number = "+14155552671";
const check = () => lookupNumber(at.user, { accountId: at.accountId, number });
const calls = () => at.sandbox.report().totals.calls;

describe("a call outside any run", () => {
  it("that is told to come back later holds the whole account", async () => {
    at.sandbox.configure({ failEvery: { n: 1, how: "rate_limit", retryAfter: 60 } });
    expect(await check()).toMatchObject({
      outcome: "failed",
      failure: { kind: "throttled" },
      billing: "free",
    });
    expect(await gateDelay(pool(), at.accountId)).toBeGreaterThan(50_000);
    expect(calls()).toBe(1);
  });

  it("that is refused without a time holds it too, for longer each time, until one is served", async () => {
    vi.spyOn(Math, "random").mockReturnValue(1);
    at.sandbox.configure({ failEvery: { n: 1, how: "rate_limit" } });
    for (const seconds of [1, 2, 4, 8, 16]) {
      await letWaitsBeOver(at.accountId);
      await check();
      // The hold began after its call had ended, and before now.
      const { rows } = await pool().query<{ most: number; least: number }>(
        `SELECT extract(epoch FROM held_until - max(finished_at))::float8 AS most,
           extract(epoch FROM held_until - clock_timestamp())::float8 AS least
         FROM account_gates JOIN lookup_calls USING (account_id)
         WHERE account_id = $1 GROUP BY held_until`,
        [at.accountId],
      );
      expect(rows[0]?.most).toBeGreaterThanOrEqual(seconds);
      expect(rows[0]?.least).toBeLessThanOrEqual(seconds);
    }
    expect(await runWaiting(at.accountId)).toMatchObject({
      reason: "throttled",
      since: expect.any(String),
    });
    at.sandbox.configure({});
    await letWaitsBeOver(at.accountId);
    await check();
    const { rows } = await pool().query(
      "SELECT throttles, throttled_since FROM account_gates WHERE account_id = $1",
      [at.accountId],
    );
    expect(rows).toEqual([{ throttles: 0, throttled_since: null }]);
  });

  it("counts for the breaker of the host that it calls, which an answer closes", async () => {
    const { accountId } = at;
    at.sandbox.configure({ failEvery: { n: 1, how: "rcs_500" } });
    for (let failed = 1; failed <= 2; failed++) await check();
    expect(await runWaiting(accountId)).toBeNull();
    await check();
    expect(await runWaiting(accountId)).toMatchObject({ reason: "kaleyra_down" });
    expect(await runWaiting(accountId, "api")).toBeNull();
    at.sandbox.configure({});
    expect(await lookupDetails(at.user, { accountId, number })).toMatchObject({ state: "ready" });
    expect(await runWaiting(accountId)).toMatchObject({ reason: "kaleyra_down" });
    await check();
    expect(await runWaiting(accountId)).toBeNull();
  });

  it("is not made while the account is held for long, nor is anything written", async () => {
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
});
