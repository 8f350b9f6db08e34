import { beforeEach, describe, expect, it, vi } from "vitest";
import { operations } from "@/lib/api/operations";
import type { SessionUser } from "@/lib/auth/session";
import { pool } from "@/lib/db/pool";
import { callerOf } from "@/lib/http/caller-of";
import { makeAccount, makeMember, makeUser } from "@/test/people";
import { createToken } from "./create-token";
import { listTokens } from "./list-tokens";
import { revokeToken } from "./revoke-token";

const session = vi.hoisted(() => ({ user: null as SessionUser | null }));
vi.mock("@/lib/auth/session", () => ({ currentUser: async () => session.user }));

let owner: SessionUser;
let accountId: string;

beforeEach(async () => {
  session.user = null;
  owner = await makeUser();
  accountId = await makeAccount(owner);
});

const wanted = { name: "Nightly", role: "analyst", days: 30 } as const;

function requestWith(headers: Record<string, string>, method = "POST"): Request {
  return new Request("http://reach.example/api/runs", { method, headers });
}
const asked = (secret: string) =>
  callerOf(requestWith({ authorization: `Bearer ${secret}` }), { isForTokens: true });

describe("a token", () => {
  it("acts as its maker, in its account alone, with its own role, and needs no Origin", async () => {
    const other = await makeAccount(owner);
    const { secret } = await createToken(owner, accountId, wanted);
    expect(secret).toMatch(/^rcsr_[\w-]{43}$/);
    const user = await asked(secret);
    expect(user).toEqual({
      id: owner.id,
      name: owner.name,
      email: `${owner.email} (API token Nightly)`,
      roles: { [accountId]: "analyst" },
    });
    expect(user.roles[other]).toBeUndefined();
  });

  it("is stored as a hash, and listed without its secret", async () => {
    const { secret, ...shown } = await createToken(owner, accountId, wanted);
    const { items } = await listTokens(owner, accountId);
    expect(items).toEqual([shown]);
    expect(items[0]).toMatchObject({ ending: secret.slice(-4), worth: "analyst" });
    const { rows } = await pool().query("SELECT t::text AS row FROM api_tokens t WHERE id = $1", [
      shown.id,
    ]);
    expect(rows[0].row).not.toContain(secret.slice(5, -4));
  });

  it.each([
    ["is revoked", () => revokeToken(owner, accountId, tokenId)],
    ["has ended", () => change("UPDATE api_tokens SET expires_at = now() WHERE id = $1", tokenId)],
    [
      "has lost its maker's membership",
      () => change("DELETE FROM memberships WHERE account_id = $1", accountId),
    ],
    [
      "has a maker who was disabled in the account",
      () => change("UPDATE memberships SET disabled_at = now() WHERE account_id = $1", accountId),
    ],
  ])("is worth nothing at its next request when it %s", async (_when, happen) => {
    const { secret, id } = await createToken(owner, accountId, wanted);
    tokenId = id;
    await asked(secret);
    await happen();
    await expect(asked(secret)).rejects.toMatchObject({ code: "bad_token" });
  });

  it("does not come back to life when its maker joins the account again", async () => {
    const { secret } = await createToken(owner, accountId, wanted);
    await change("DELETE FROM memberships WHERE account_id = $1", accountId);
    await pool().query(
      "INSERT INTO memberships (user_id, account_id, role) VALUES ($1, $2, 'owner')",
      [owner.id, accountId],
    );
    await expect(asked(secret)).rejects.toMatchObject({ code: "bad_token" });
  });

  it("is worth as much as its maker, once that is less", async () => {
    const { secret } = await createToken(owner, accountId, wanted);
    await change("UPDATE memberships SET role = 'viewer' WHERE account_id = $1", accountId);
    expect((await asked(secret)).roles).toEqual({ [accountId]: "viewer" });
    expect((await listTokens(owner, accountId)).items[0]).toMatchObject({ worth: "viewer" });
  });

  it("shows its last use, written once a minute at most", async () => {
    const { secret, id } = await createToken(owner, accountId, wanted);
    const lastUse = async () =>
      (await listTokens(owner, accountId)).items.find((one) => one.id === id)?.lastUsedAt ?? null;
    expect(await lastUse()).toBe(null);
    await asked(secret);
    const first = await lastUse();
    expect(first).not.toBe(null);
    await asked(secret);
    expect(await lastUse()).toBe(first);
    await change(
      "UPDATE api_tokens SET last_used_at = now() - interval '61 seconds' WHERE id = $1",
      id,
    );
    const aged = await lastUse();
    await asked(secret);
    expect(await lastUse()).not.toBe(aged);
  });

  it("is made, seen and revoked by owners alone, and its making and end are in the trail", async () => {
    const analyst = await makeMember(accountId, "analyst");
    const stranger = await makeUser();
    const { id } = await createToken(owner, accountId, wanted);
    for (const [user, code] of [
      [analyst, "forbidden"],
      [stranger, "not_found"],
    ] as const) {
      await expect(createToken(user, accountId, wanted)).rejects.toMatchObject({ code });
      await expect(listTokens(user, accountId)).rejects.toMatchObject({ code });
      await expect(revokeToken(user, accountId, id)).rejects.toMatchObject({ code });
    }
    const elsewhere = await makeAccount(owner);
    await expect(revokeToken(owner, elsewhere, id)).rejects.toMatchObject({ code: "not_found" });
    await revokeToken(owner, accountId, id);
    await revokeToken(owner, accountId, id);
    const { rows } = await pool().query(
      `SELECT actor, action, label, facts FROM audit_events
       WHERE account_id = $1 AND subject = $2 ORDER BY id`,
      [accountId, id],
    );
    expect(rows).toEqual([
      {
        actor: owner.email,
        action: "token_made",
        label: "Nightly",
        facts: { role: "analyst", days: 30 },
      },
      { actor: owner.email, action: "token_revoked", label: "Nightly", facts: null },
    ]);
  });
});

describe("a request that brings a token and a session", () => {
  it("is judged by the token alone: a bad one is no way to the session", async () => {
    session.user = owner;
    const origin = { origin: "http://reach.example", host: "reach.example", cookie: "session" };
    const open = { isForTokens: true };
    expect(await callerOf(requestWith(origin), open)).toBe(owner);
    for (const authorization of ["Bearer rcsr_unknown", "bearer", "Bearer ", "BEARER x y"]) {
      await expect(
        callerOf(requestWith({ ...origin, authorization }), open),
        authorization,
      ).rejects.toMatchObject({ code: "bad_token" });
    }
  });

  it("is none of ours to judge when a proxy put another scheme into it", async () => {
    session.user = owner;
    const request = requestWith({ authorization: "Basic b3A6b3A=" }, "GET");
    expect(await callerOf(request, {})).toBe(owner);
    const write = requestWith({ authorization: "Basic b3A6b3A=" });
    await expect(callerOf(write, {})).rejects.toMatchObject({ code: "wrong_origin" });
  });
});

/** Everything else needs a person: connecting, keys, people, tokens, whatever is yet to come. */
const openToTokens = [
  ...["listAccounts", "getAccount", "checkAccount"],
  ...["createRun", "listRuns", "getRun", "renameRun", "deleteRun"],
  ...["appendContacts", "appendInvalid", "appendDuplicates"],
  ...["getBreakdown", "listContacts", "listInvalid", "listDuplicates", "exportRun"],
  ...["startRun", "pauseRun", "resumeRun", "cancelRun", "retryRun", "listCalls", "exportCalls"],
  ...["getDetails", "getDetailProgress", "getOperators", "startDetails", "lookupDetails"],
  ...["pauseDetails", "resumeDetails", "cancelDetails", "lookupNumber"],
];

it("opens what it is meant to open, of all operations, and says of the rest that a person is needed", async () => {
  const { secret } = await createToken(owner, accountId, wanted);
  const open: string[] = [];
  for (const operation of operations.filter((one) => !one.isPublic)) {
    const request = requestWith({ authorization: `Bearer ${secret}` }, operation.method);
    const outcome = await callerOf(request, operation).catch((error) => error);
    if ("roles" in outcome) open.push(operation.id);
    else expect(outcome, operation.id).toMatchObject({ code: "forbidden" });
  }
  expect(open.sort()).toEqual(openToTokens.sort());
});

let tokenId = "";
const change = (sql: string, id: string) => pool().query(sql, [id]);
