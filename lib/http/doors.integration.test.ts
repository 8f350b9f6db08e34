import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RoleName } from "@/lib/api/common";
import type { Operation } from "@/lib/api/operation";
import { operations } from "@/lib/api/operations";
import type { SessionUser } from "@/lib/auth/session";
import { pool } from "@/lib/db/pool";
import { prisma } from "@/lib/db/prisma";
import { invitePerson } from "@/lib/people/invite-person";
import { appendContacts } from "@/lib/runs/append-chunk";
import { createRun } from "@/lib/runs/create-run";
import { createToken } from "@/lib/tokens/create-token";
import { type Sandbox, startSandbox } from "@/sandbox/server";
import { Browser, browserOf, SITE } from "@/test/browser";
import { addressOf, DOORS, type DoorTarget } from "@/test/doors";
import { makeAccount, makeMember, makeUser } from "@/test/people";
import { usNumbers } from "@/test/runs";

const nobodysId = "00000000-0000-4000-8000-000000000000";
const nothing: DoorTarget = {
  accountId: nobodysId,
  runId: nobodysId,
  userId: nobodysId,
  inviteId: nobodysId,
  tokenId: nobodysId,
  erasureId: nobodysId,
};
const numbers = usNumbers(3);
const guarded = operations.filter((one) => !one.isPublic);
const writes = operations.filter((one) => one.method !== "GET");

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({});
  process.env.KALEYRA_RCS_URL = sandbox.url;
  process.env.KALEYRA_API_URL = sandbox.url;
});
afterAll(() => sandbox.stop());

interface Place extends DoorTarget {
  owner: SessionUser;
}

/** An account with a run, a member and an invite. */
async function makePlace(): Promise<Place> {
  const owner = await makeUser();
  const accountId = await makeAccount(owner);
  // Rows that have not come yet leave room for a chunk.
  const facts = { name: "Test run", fileName: "test.csv", keptColumns: [], rows: 10, blank: 0 };
  const { id: runId } = await createRun(owner, { accountId, ...facts });
  const contacts = numbers.map((number, at) => ({ line: at + 2, number, kept: [] }));
  await appendContacts(owner, runId, { index: 0, contacts });
  const { id: userId } = await makeMember(accountId, "viewer");
  await invitePerson(owner, accountId, { email: "invited@example.com", role: "viewer" });
  const invite = await prisma().invite.findFirstOrThrow({ where: { accountId } });
  const token = await createToken(owner, accountId, { name: "Script", role: "viewer", days: 1 });
  const erased = { runs: 0, contacts: 0, duplicates: 0, invalid: 0, details: 0 };
  const erasure = await prisma().erasure.create({ data: { accountId, ...erased } });
  const ids = { inviteId: invite.id, tokenId: token.id, erasureId: erasure.id };
  return { owner, accountId, runId, userId, ...ids };
}

function ask(
  browser: Browser,
  { id, method, path }: Operation,
  at: DoorTarget,
  headers?: Record<string, string | null>,
): Promise<Response> {
  const door = DOORS[id];
  const body = method === "GET" ? undefined : (door.body?.(at) ?? {});
  return browser.send(method, addressOf(path, door, at), { body, headers });
}

/** What an answer tells, but for the id that each request has. */
async function told(response: Response) {
  const { "x-request-id": id = "none", ...headers } = Object.fromEntries(response.headers);
  const body = (await response.text()).replaceAll(id, "id");
  return { status: response.status, headers, body };
}

/** Everything that is stored, but for what only counts tries. */
async function stored(): Promise<string> {
  const { rows } = await pool().query<{ name: string }>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables
     WHERE schemaname = 'public' AND tablename <> 'throttles' ORDER BY 1`,
  );
  const dumps = rows.map(async ({ name }) => {
    const dump = await pool().query(
      `SELECT coalesce(string_agg(t::text, '' ORDER BY t::text), '') AS all FROM ${name} AS t`,
    );
    return `${name}: ${dump.rows[0].all}`;
  });
  return (await Promise.all(dumps)).join("\n");
}

const tooLow: Record<RoleName, RoleName[]> = {
  owner: ["viewer", "analyst"],
  analyst: ["viewer"],
  viewer: [],
};

it("every operation has a door", () => {
  expect(Object.keys(DOORS).sort()).toEqual(operations.map(({ id }) => id).sort());
  const open = operations.filter((one) => one.isPublic).map(({ id }) => id);
  expect(open.sort()).toEqual(
    Object.keys(DOORS)
      .filter((id) => DOORS[id as keyof typeof DOORS].least === "public")
      .sort(),
  );
});

describe("without a session", () => {
  it("every operation answers 401 in the same words, and does nothing", async () => {
    const place = await makePlace();
    const before = await stored();
    const answers = new Set<string>();
    for (const operation of guarded) {
      const answer = await told(await ask(new Browser(), operation, place));
      expect.soft(answer.status, operation.id).toBe(401);
      answers.add(JSON.stringify(answer));
    }
    expect(answers.size).toBe(1);
    expect(await stored()).toBe(before);
  });
});

describe("to somebody of another account", () => {
  it("what is there looks like what is not, for every operation, and nothing is done", async () => {
    const place = await makePlace();
    const stranger = await makeUser();
    await makeAccount(stranger);
    const browser = await browserOf(stranger);
    const before = await stored();
    const about = guarded.filter(({ id }) => DOORS[id].least !== "anyone");
    for (const operation of about) {
      const answer = await told(await ask(browser, operation, place));
      const { status, headers, body } = await told(await ask(browser, operation, nothing));
      expect.soft(answer, operation.id).toEqual({ status, headers, body });
      expect.soft(answer.status, operation.id).toBe(404);
    }
    expect(await stored()).toBe(before);
  });

  it("lists and searches show nothing of it", async () => {
    const { owner, accountId, runId } = await makePlace();
    const stranger = await makeUser();
    const browser = await browserOf(stranger);
    const answers = await Promise.all([
      browser.send("GET", "/api/accounts"),
      browser.send("GET", "/api/runs"),
      browser.send("GET", `/api/runs?accountId=${accountId}`),
      browser.send("GET", "/api/runs?q=Test"),
    ]);
    const text = (await Promise.all(answers.map((one) => one.text()))).join();
    for (const theirs of [accountId, runId, owner.email, "Test run", ...numbers]) {
      expect.soft(text).not.toContain(theirs);
    }
  });
});

describe("the least role", () => {
  it.each(guarded.map(({ id, ...rest }) => [id, { id, ...rest }] as const))(
    "of %s",
    async (id, operation) => {
      const place = await makePlace();
      const { least, needsOwnAccount } = DOORS[id];
      if (least === "public" || least === "anyone") {
        const user = await makeUser();
        if (needsOwnAccount) {
          expect((await ask(await browserOf(user), operation, place)).status).toBe(403);
          await makeAccount(user);
        }
        const anyone = await ask(await browserOf(user), operation, place);
        expect([401, 403]).not.toContain(anyone.status);
        return;
      }
      for (const role of tooLow[least]) {
        const member = await browserOf(await makeMember(place.accountId, role));
        const before = await stored();
        const answer = await ask(member, operation, place);
        expect.soft(answer.status, role).toBe(403);
        expect.soft((await answer.json()).code, role).toBe("forbidden");
        expect.soft(await stored(), role).toBe(before);
      }
      const enough = await browserOf(await makeMember(place.accountId, least));
      const answer = await told(await ask(enough, operation, place));
      expect([400, 401, 403, 404]).not.toContain(answer.status);
    },
  );
});

it("a viewer gets no number and no cell, whatever is asked", async () => {
  const place = await makePlace();
  const viewer = await browserOf(await makeMember(place.accountId, "viewer"));
  for (const operation of guarded.filter(({ method }) => method === "GET")) {
    const text = await (await ask(viewer, operation, place)).text();
    for (const number of numbers) expect.soft(text, operation.id).not.toContain(number.slice(1));
  }
});

describe("a write", () => {
  it.each([
    ["from another site", { origin: "https://evil.example" }],
    ["from a name that begins like this one", { origin: `${SITE}.evil.example` }],
    ["from another port", { origin: "http://127.0.0.1:1" }],
    ["with the origin null", { origin: "null" }],
    ["without an origin", { origin: null }],
  ])("%s is refused at every operation, and nothing is written", async (_, headers) => {
    const place = await makePlace();
    const owner = await browserOf(place.owner);
    const before = await stored();
    for (const operation of writes) {
      const answer = await ask(owner, operation, place, headers);
      expect.soft(answer.status, operation.id).toBe(403);
      expect.soft((await answer.json()).code, operation.id).toBe("wrong_origin");
    }
    for (const action of ["callback/credentials", "signout", "signin/oidc"]) {
      const answer = await owner.send("POST", `/api/auth/${action}`, { form: {}, headers });
      expect.soft(answer.status, action).toBe(403);
    }
    expect(await stored()).toBe(before);
  });
});
