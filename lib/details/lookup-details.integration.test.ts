import { beforeEach, describe, expect, it } from "vitest";
import type { SessionUser } from "@/lib/auth/session";
import { pool } from "@/lib/db/pool";
import { sandboxForTests } from "@/sandbox/testing/sandbox-for-tests";
import { sandboxDetails } from "@/test/details";
import { makeAccount, makeMember, makeUser } from "@/test/people";
import { lookupDetails } from "./lookup-details";

const { sandbox } = await sandboxForTests();
process.env.KALEYRA_API_URL = sandbox.url;
let user: SessionUser;
let accountId: string;
const number = "+14155552671";

beforeEach(async () => {
  user = await makeUser();
  accountId = await makeAccount(user);
});

const requests = () => sandbox.report().byOperation.number_lookup;
const polls = () => sandbox.report().byOperation.number_lookup_details;

async function ledger() {
  const { rows } = await pool().query(
    `SELECT operation, result, billing, billed FROM lookup_calls WHERE account_id = $1 ORDER BY id`,
    [accountId],
  );
  return rows;
}

describe("the quick check of one number's details", () => {
  it("requests them once, fetches them, and writes both into the ledger", async () => {
    const answer = await lookupDetails(user, {
      accountId,
      number: "(415) 555-2671",
      country: "US",
    });
    const said = await sandboxDetails(sandbox.url, number);
    expect(answer).toMatchObject({
      number,
      state: "ready",
      details: {
        country: said.country,
        callingCode: said.country_code,
        currentOperator: said.current_operator,
        ported: said.ported,
        roaming: said.roaming,
        other: {},
      },
      failure: null,
      billing: "billed",
    });
    expect(await ledger()).toEqual([
      { operation: "number_lookup", result: "ok", billing: "billed", billed: 1 },
      { operation: "number_lookup_details", result: "ok", billing: "free", billed: 0 },
    ]);
  });

  it("asks again until they are ready", async () => {
    sandbox.configure({ detailsReadyAfterPolls: 2 });
    expect((await lookupDetails(user, { accountId, number })).state).toBe("ready");
    expect(requests()).toMatchObject({ calls: 1, billed: 1 });
    expect(polls()).toMatchObject({ calls: 3, billed: 0 });
  });

  it("that are not ready gives a lookup id, with which they are only fetched", async () => {
    sandbox.configure({ detailsReadyAfterPolls: 1_000 });
    const hurried = { patienceMs: 100 };
    const first = await lookupDetails(user, { accountId, number }, hurried);
    expect(first).toMatchObject({ state: "not_ready", details: null, billing: "billed" });
    sandbox.configure({});
    const lookupId = first.lookupId ?? "";
    const second = await lookupDetails(user, { accountId, number, lookupId });
    expect(second).toMatchObject({ state: "ready", billing: "free" });
    expect(requests()).toMatchObject({ calls: 1, billed: 1 });
    const others = { accountId, number: "+14155550000", lookupId };
    const other = await lookupDetails(user, others, hurried);
    expect(other).toMatchObject({ state: "not_ready", failure: { kind: "malformed" } });
  });

  it("does not lose the lookup id when fetching fails", async () => {
    sandbox.configure({
      failEvery: { n: 1, how: "rate_limit", retryAfter: 60, operation: "number_lookup_details" },
    });
    const answer = await lookupDetails(user, { accountId, number });
    expect(answer).toMatchObject({
      state: "not_ready",
      lookupId: expect.any(String),
      failure: { kind: "throttled" },
      billing: "billed",
    });
    expect(polls()?.calls).toBe(1);
  });

  it("says what is wrong, and whether it may be billed", async () => {
    sandbox.configure({ refuseKey: true });
    expect(await lookupDetails(user, { accountId, number })).toMatchObject({
      state: "failed",
      lookupId: null,
      failure: { kind: "unauthorised" },
      billing: "free",
    });
    sandbox.configure({ failEvery: { n: 1, how: "reset" } });
    expect(await lookupDetails(user, { accountId, number })).toMatchObject({
      state: "failed",
      failure: { kind: "broken_off" },
      billing: "ambiguous",
    });
    sandbox.configure({ missingShare: 1 });
    expect(await lookupDetails(user, { accountId, number })).toMatchObject({
      state: "no_answer",
      failure: null,
    });
    sandbox.configure({});
    const lookupId = "00000000-0000-0000-0000-000000000000:1";
    expect(await lookupDetails(user, { accountId, number, lookupId })).toMatchObject({
      state: "failed",
      failure: { kind: "not_found", title: "Kaleyra no longer knows this lookup" },
      billing: "free",
    });
  });

  it("spends nothing on what is no number, for viewers or for strangers", async () => {
    const viewer = await makeMember(accountId, "viewer");
    const query = { accountId, number };
    await expect(lookupDetails(user, { accountId, number: "12" })).rejects.toMatchObject({
      code: "number_invalid",
    });
    await expect(lookupDetails(viewer, query)).rejects.toMatchObject({ code: "forbidden" });
    await expect(lookupDetails(await makeUser(), query)).rejects.toMatchObject({
      code: "not_found",
    });
    expect(sandbox.report().totals.calls).toBe(0);
  });
});
