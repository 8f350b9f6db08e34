import { beforeEach, describe, expect, it, vi } from "vitest";
import type { SessionUser } from "@/lib/auth/session";
import { pool } from "@/lib/db/pool";
import { startRun } from "@/lib/runs/start-run";
import { createToken } from "@/lib/tokens/create-token";
import { makeAccount, makeUser } from "@/test/people";
import { draftRun, usNumbers } from "@/test/runs";
import { POST as postContacts } from "./[id]/contacts/route";
import { POST as postDuplicates } from "./[id]/duplicates/route";
import { POST as postInvalid } from "./[id]/invalid/route";
import { POST as postRun } from "./route";

vi.mock("@/lib/auth/session", () => ({ currentUser: async () => null }));

type Handler = typeof postContacts;
let owner: SessionUser;
let accountId: string;
let secret: string;

beforeEach(async () => {
  owner = await makeUser();
  accountId = await makeAccount(owner);
  ({ secret } = await createToken(owner, accountId, { name: "S", role: "analyst", days: 1 }));
});

/** Posts past every page, as a script of somebody with a token does. */
async function post(handler: Handler, body: unknown, id = "") {
  const request = new Request("http://reach.example/", {
    method: "POST",
    headers: { authorization: `Bearer ${secret}`, "content-type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const answer = await handler(request, { params: Promise.resolve({ id }) });
  return { status: answer.status, body: await answer.json() };
}

const newRun = (changes: object = {}) => ({
  accountId,
  name: "Hostile",
  fileName: "hostile.csv",
  rows: 100,
  blank: 0,
  ...changes,
});
async function openRun(changes: object = {}): Promise<string> {
  const { status, body } = await post(postRun, newRun(changes));
  expect(status).toBe(201);
  return body.id;
}
const contacts = (numbers: string[], from = 2) =>
  numbers.map((number, at) => ({ line: from + at, number }));

async function stored(id: string) {
  const count = async (table: string) =>
    (await pool().query(`SELECT count(*)::int AS n FROM ${table} WHERE run_id = $1`, [id])).rows[0]
      .n;
  return [await count("contacts"), await count("duplicate_rows"), await count("invalid_rows")];
}

const [one = "", two = ""] = usNumbers(2);

describe("numbers that are posted directly", () => {
  it("are read again: what is none becomes an invalid row, and is never looked up", async () => {
    const id = await openRun({ rows: 9 });
    const wrong = ["", "0", "+1", "abc", "+1415555", "=cmd|'/c calc'!A1", "+1415\0", "☎"];
    const { status, body } = await post(
      postContacts,
      { index: 0, contacts: contacts([one, ...wrong]) },
      id,
    );
    expect(status).toBe(200);
    expect(body.counts).toMatchObject({ unique: 1, invalid: 8, duplicates: 0 });
    expect(await stored(id)).toEqual([1, 0, 8]);
  });

  it("are deduplicated, within a chunk and across chunks, in any spelling", async () => {
    const id = await openRun({ rows: 5 });
    const spelled = one.replace(/^\+1(\d{3})(\d{3})/, "+1 ($1) $2-");
    await post(postContacts, { index: 0, contacts: contacts([one, two, spelled]) }, id);
    const { body } = await post(postContacts, { index: 1, contacts: contacts([two, one], 5) }, id);
    expect(body.counts).toMatchObject({ unique: 2, duplicates: 3 });
    expect(await stored(id)).toEqual([2, 3, 0]);
  });

  it("may be of any country, and say which by their own digits", async () => {
    const id = await openRun({ rows: 3 });
    const foreign = ["+4915123456789", "+442079460000", "+33612345678"];
    await post(postContacts, { index: 0, contacts: contacts(foreign) }, id);
    const { rows } = await pool().query(
      "SELECT country FROM contacts WHERE run_id = $1 ORDER BY line",
      [id],
    );
    expect(rows.map(({ country }) => country)).toEqual(["DE", "GB", "FR"]);
  });

  it("called a duplicate must be numbers", async () => {
    const id = await openRun();
    const row = { line: 3, cell: "x", number: "not a number\0", keptLine: 2 };
    const { status, body } = await post(postDuplicates, { index: 0, rows: [row] }, id);
    expect(status).toBe(400);
    expect(body).toMatchObject({
      code: "invalid_request",
      detail: "The number of line 3 is not usable.",
    });
    expect(await stored(id)).toEqual([0, 0, 0]);
  });
});

describe("what belongs to others", () => {
  it("takes nothing: a run of another account is not there", async () => {
    const stranger = await makeUser();
    const foreign = await draftRun(stranger, await makeAccount(stranger), [one]);
    const before = await stored(foreign.id);
    for (const [handler, body] of [
      [postContacts, { index: 9, contacts: contacts([two], 9) }],
      [postInvalid, { index: 9, rows: [{ line: 9, cell: "x", reason: "no_digits" }] }],
      [postDuplicates, { index: 9, rows: [{ line: 9, cell: one, number: one, keptLine: 2 }] }],
    ] as const) {
      const { status, body: problem } = await post(handler, body, foreign.id);
      expect(status).toBe(404);
      expect(problem.code).toBe("not_found");
    }
    expect(await stored(foreign.id)).toEqual(before);
    const elsewhere = newRun({ accountId: foreign.accountId });
    expect((await post(postRun, elsewhere)).status).toBe(404);
  });
});

describe("too much", () => {
  it.each([
    ["ten million rows", { rows: 10_000_000 }, "rows"],
    ["more blank rows than rows", { rows: 1, blank: 2 }, "blank rows"],
    ["31 kept columns", { keptColumns: Array(31).fill("c") }, "keptColumns"],
    ["a name with NUL", { name: "a\0b" }, "NUL"],
    ["a file name of 256 characters", { fileName: "x".repeat(256) }, "fileName"],
  ])("a run with %s is not opened", async (_what, changes, word) => {
    const { status, body } = await post(postRun, newRun(changes));
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: "invalid_request", detail: expect.stringContaining(word) });
    const { rows } = await pool().query("SELECT 1 FROM runs WHERE account_id = $1", [accountId]);
    expect(rows).toEqual([]);
  });

  it.each([
    ["5,001 contacts", { index: 0, contacts: contacts(usNumbers(5_001)) }, "contacts"],
    ["none", { index: 0, contacts: [] }, "contacts"],
    ["an index beyond any", { index: 2 ** 31, contacts: contacts([one]) }, "index"],
    ["a line beyond any", { index: 0, contacts: [{ line: 2 ** 31, number: one }] }, "line"],
    ["a number of 41 characters", { index: 0, contacts: contacts(["1".repeat(41)]) }, "number"],
    [
      "a cell too many",
      { index: 0, contacts: [{ line: 2, number: one, kept: ["x"] }] },
      "kept columns",
    ],
  ])(
    "a chunk with %s is refused with a clear error, and writes nothing",
    async (_what, chunk, word) => {
      const id = await openRun();
      const { status, body } = await post(postContacts, chunk, id);
      expect(status).toBe(400);
      expect(body).toMatchObject({
        code: "invalid_request",
        detail: expect.stringContaining(word),
      });
      expect(await stored(id)).toEqual([0, 0, 0]);
    },
  );

  it("a body of more than 16 MB is refused before it is read to its end", async () => {
    const id = await openRun();
    const { status, body } = await post(postContacts, " ".repeat(16 * 1024 * 1024 + 1), id);
    expect(status).toBe(413);
    expect(body).toMatchObject({ code: "too_large", detail: "A request may have at most 16 MB." });
  });

  it("more rows than the run was opened for are refused, whatever they are called", async () => {
    const id = await openRun({ rows: 2 });
    await post(postContacts, { index: 0, contacts: contacts([one, two]) }, id);
    for (const [handler, chunk] of [
      [postContacts, { index: 1, contacts: contacts([one], 9) }],
      [postInvalid, { index: 0, rows: [{ line: 9, cell: "x", reason: "no_digits" }] }],
      [postDuplicates, { index: 0, rows: [{ line: 9, cell: one, number: one, keptLine: 2 }] }],
    ] as const) {
      const { status, body } = await post(handler, chunk, id);
      expect(status).toBe(400);
      expect(body.detail).toBe("The run was opened for 2 rows; with this chunk it would have 3.");
    }
    expect(await stored(id)).toEqual([2, 0, 0]);
    await startRun(owner, id);
    const late = await post(postContacts, { index: 1, contacts: contacts([one], 9) }, id);
    expect(late).toMatchObject({ status: 409, body: { code: "upload_closed" } });
  });
});
