import { beforeEach, describe, expect, it } from "vitest";
import type { SessionUser } from "@/lib/auth/session";
import { pool } from "@/lib/db/pool";
import { lookupNumber } from "@/lib/lookups/lookup-number";
import { answerFor } from "@/sandbox/answers";
import { sandboxForTests } from "@/sandbox/testing/sandbox-for-tests";
import { makeAccount, makeMember, makeUser } from "@/test/people";
import { checkAccount } from "./check-account";
import { createAccount } from "./create-account";
import { deleteAccount } from "./delete-account";
import { getAccount } from "./get-account";
import { listAccounts } from "./list-accounts";
import { updateAccount } from "./update-account";

const { sandbox } = await sandboxForTests();
process.env.KALEYRA_RCS_URL = sandbox.url;
let user: SessionUser;

beforeEach(async () => {
  user = await makeUser();
});

const settings = {
  name: "Retail",
  sid: "HXIN0000071US",
  apiKey: "a-very-secret-api-key",
  rcsHost: "rcs-api.na.kaleyra.io",
  apiHost: "api.kaleyra.io",
  pricePerLookup: 0.005,
  currency: "EUR",
  callsPerSecond: 5,
  callsAtOnce: 4,
};

describe("an account", () => {
  it("never gives its key back, and stores it encrypted", async () => {
    const created = await createAccount(user, settings);
    user.roles[created.id] = "owner";
    const shown = [created, await getAccount(user, created.id), await listAccounts(user)];
    expect(JSON.stringify(shown)).not.toContain(settings.apiKey);
    const { rows } = await pool().query("SELECT a::text AS row FROM accounts a WHERE id = $1", [
      created.id,
    ]);
    expect(rows[0].row).not.toContain(settings.apiKey);
    await expect(createAccount(user, settings)).rejects.toMatchObject({ code: "sid_taken" });
  });

  it.each([
    "http://rcs-api.na.kaleyra.io",
    "https://user:pass@rcs-api.na.kaleyra.io",
    "rcs-api.na.kaleyra.io.evil.example",
    "127.0.0.1",
    "localhost",
    "169.254.169.254",
    "evil-kaleyra.io",
  ])("does not take the host %s", async (rcsHost) => {
    await expect(createAccount(user, { ...settings, sid: "OTHER", rcsHost })).rejects.toMatchObject(
      { code: "host_not_allowed", fields: { rcsHost: expect.any(String) } },
    );
  });

  it("is changed and removed by its owner alone, and unknown to others", async () => {
    const id = await makeAccount(user);
    const analyst = await makeMember(id, "analyst");
    const stranger = await makeUser();
    const change = { name: "Renamed" };
    await expect(updateAccount(analyst, id, change)).rejects.toMatchObject({ code: "forbidden" });
    await expect(updateAccount(stranger, id, change)).rejects.toMatchObject({ code: "not_found" });
    await expect(deleteAccount(analyst, id)).rejects.toMatchObject({ code: "forbidden" });
    expect(await updateAccount(user, id, change)).toMatchObject(change);
    await deleteAccount(user, id);
    await expect(getAccount(user, id)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the audit trail of an account", () => {
  it("tells who connected, changed, and removed it, and which settings, never the key", async () => {
    const { id } = await createAccount(user, { ...settings, sid: "AUDITED" });
    user.roles[id] = "owner";
    const { name, pricePerLookup } = settings;
    await updateAccount(user, id, { name, pricePerLookup, callsPerSecond: 6, currency: "USD" });
    await updateAccount(user, id, { apiKey: "another-secret-key" });
    await updateAccount(user, id, { name });
    await deleteAccount(user, id);
    const { rows } = await pool().query(
      "SELECT actor, action, label, facts FROM audit_events WHERE account_id = $1 ORDER BY id",
      [id],
    );
    const told = { actor: user.email, label: name, facts: null };
    expect(rows).toEqual([
      { ...told, action: "account_connected" },
      { ...told, action: "account_changed", facts: { fields: "callsPerSecond, currency" } },
      { ...told, action: "key_changed" },
      { ...told, action: "account_removed" },
    ]);
  });
});

describe("the connection check", () => {
  it("makes one lookup, writes it into the ledger, and says that it works", async () => {
    const id = await makeAccount(user);
    const check = await checkAccount(user, id, { number: "(415) 555-2671", country: "US" });
    expect(check).toMatchObject({ ok: true, title: "The connection works" });
    expect(sandbox.report().totals.calls).toBe(1);
    const { rows } = await pool().query(
      "SELECT operation, numbers, billed, billing, result FROM lookup_calls WHERE account_id = $1",
      [id],
    );
    expect(rows).toEqual([
      { operation: "single_lookup", numbers: 1, billed: 1, billing: "billed", result: "ok" },
    ]);
  });

  it("says what is wrong with a refused key and with a missing RCS channel", async () => {
    const refused = await makeAccount(user, { apiKey: "not-the-key" });
    const number = "+14155552671";
    expect(await checkAccount(user, refused, { number })).toMatchObject({
      ok: false,
      kind: "unauthorised",
      detail: expect.stringContaining("limited to certain IP addresses"),
    });
    const good = await makeAccount(user);
    sandbox.configure({ rcsDisabled: true });
    expect(await checkAccount(user, good, { number })).toMatchObject({
      ok: false,
      kind: "rcs_not_enabled",
    });
  });

  it("spends nothing on what is no number", async () => {
    const id = await makeAccount(user);
    await expect(checkAccount(user, id, { number: "12" })).rejects.toMatchObject({
      code: "number_invalid",
    });
    expect(sandbox.report().totals.calls).toBe(0);
  });
});

describe("the quick check", () => {
  it("gives the answer for a number in any spelling by one single lookup", async () => {
    const accountId = await makeAccount(user);
    const answer = await lookupNumber(user, { accountId, number: "(415) 555-2671", country: "US" });
    const { rcs, carrier, carrierStatus } = answerFor("+14155552671");
    expect(answer).toMatchObject({
      number: "+14155552671",
      outcome: rcs ? "rcs" : "not_rcs",
      carrier,
      carrierStatus,
      failure: null,
      billing: "billed",
    });
    expect(sandbox.report().byOperation).toMatchObject({ single_lookup: { calls: 1, billed: 1 } });
  });

  it("calls a failure a failure, with what to do and whether it may be billed", async () => {
    const accountId = await makeAccount(user);
    const number = "+14155552671";
    sandbox.configure({ failEvery: { n: 1, how: "nonsense" } });
    expect(await lookupNumber(user, { accountId, number })).toMatchObject({
      outcome: "failed",
      billing: "ambiguous",
      failure: { kind: "malformed", detail: expect.any(String) },
    });
  });

  it("is not for viewers, nor for strangers", async () => {
    const accountId = await makeAccount(user);
    const viewer = await makeMember(accountId, "viewer");
    const query = { accountId, number: "+14155552671" };
    await expect(lookupNumber(viewer, query)).rejects.toMatchObject({ code: "forbidden" });
    await expect(lookupNumber(await makeUser(), query)).rejects.toMatchObject({
      code: "not_found",
    });
    expect(sandbox.report().totals.calls).toBe(0);
  });
});
