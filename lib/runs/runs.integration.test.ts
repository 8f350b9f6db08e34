import { beforeEach, describe, expect, it } from "vitest";
import type { SessionUser } from "@/lib/auth/session";
import { pool } from "@/lib/db/pool";
import { keptCounts, recount } from "@/test/kept-counts";
import { makeAccount, makeMember, makeUser } from "@/test/people";
import { draftRun, usNumbers } from "@/test/runs";
import { appendContacts, appendDuplicates, appendInvalid } from "./append-chunk";
import { createRun } from "./create-run";
import { getBreakdown } from "./get-breakdown";
import { getRun } from "./get-run";
import { listRuns } from "./list-runs";
import { startRun } from "./start-run";

let user: SessionUser;
let accountId: string;

beforeEach(async () => {
  user = await makeUser();
  accountId = await makeAccount(user);
});

function draft(rows: number, blank = 0, keptColumns: string[] = []) {
  const fileName = "list.csv";
  return createRun(user, { accountId, name: "List", fileName, keptColumns, rows, blank });
}
const contact = (line: number, number: string, kept: string[] = []) => ({ line, number, kept });

describe("an upload", () => {
  it("takes a chunk that is sent twice, or twice at once, only once", async () => {
    const run = await draft(2);
    const chunk = {
      index: 0,
      contacts: [contact(2, "+14155552671"), contact(3, "+14155552672")],
    };
    const both = await Promise.all([
      appendContacts(user, run.id, chunk),
      appendContacts(user, run.id, chunk),
    ]);
    expect(both.map((one) => one.repeated).sort()).toEqual([false, true]);
    const again = await appendContacts(user, run.id, chunk);
    expect(again).toMatchObject({ repeated: true, counts: { unique: 2, duplicates: 0 } });
  });

  it("counts each number once when chunks with the same numbers arrive together, in any order", async () => {
    const numbers = usNumbers(400);
    const orders = [numbers, [...numbers].reverse(), numbers, [...numbers].reverse()];
    const run = await draft(1_600);
    await Promise.all(
      orders.map((order, index) => {
        const from = index * numbers.length + 2;
        return appendContacts(user, run.id, {
          index,
          contacts: order.map((number, at) => contact(from + at, number)),
        });
      }),
    );
    expect(await getRun(user, run.id)).toMatchObject({
      counts: { rows: 1_600, unique: 400, duplicates: 1_200, invalid: 0 },
      outcomes: { pending: 400 },
    });
    expect(await keptCounts(run.id)).toEqual(await recount(run.id));
  });

  it("reads every number again: invalid and repeated ones are counted as that", async () => {
    const run = await draft(5);
    const arrived = await appendContacts(user, run.id, {
      index: 0,
      contacts: [
        contact(2, "+14155552671"),
        contact(3, "+1 (415) 555-2671"),
        contact(4, "+19100000000"),
        contact(5, "hello"),
      ],
    });
    expect(arrived.counts).toMatchObject({ unique: 1, duplicates: 1, invalid: 2 });
    const later = await appendContacts(user, run.id, {
      index: 1,
      contacts: [contact(6, "+14155552671")],
    });
    expect(later.counts).toMatchObject({ unique: 1, duplicates: 2, invalid: 2 });
    const { rows } = await pool().query(
      "SELECT line, kept_line FROM duplicate_rows WHERE run_id = $1 ORDER BY line",
      [run.id],
    );
    expect(rows).toEqual([
      { line: 3, kept_line: 2 },
      { line: 6, kept_line: 2 },
    ]);
  });

  it("adds up: unique + duplicates + invalid + blank = rows", async () => {
    const run = await draft(5, 1);
    await appendContacts(user, run.id, { index: 0, contacts: [contact(2, "+14155552671")] });
    await appendDuplicates(user, run.id, {
      index: 0,
      rows: [{ line: 3, cell: "415 555 2671", number: "+14155552671", keptLine: 2 }],
    });
    await expect(startRun(user, run.id)).rejects.toMatchObject({
      code: "upload_incomplete",
      message: "The file has 5 rows, but 3 have arrived. Upload the rest, then start.",
    });
    await appendInvalid(user, run.id, {
      index: 0,
      rows: [
        { line: 4, cell: "n/a\0", reason: "placeholder" },
        { line: 5, cell: "12", reason: "too_short" },
      ],
    });
    const started = await startRun(user, run.id);
    expect(started).toMatchObject({
      status: "queued",
      counts: { rows: 5, unique: 1, duplicates: 1, invalid: 2, blank: 1 },
    });
  });

  it("takes no more rows than it was opened for, no line twice, and none after the start", async () => {
    const run = await draft(1);
    const two = [contact(2, "+14155552671"), contact(3, "+14155552672")];
    await expect(appendContacts(user, run.id, { index: 0, contacts: two })).rejects.toMatchObject({
      code: "invalid_request",
    });
    await appendContacts(user, run.id, { index: 0, contacts: two.slice(0, 1) });
    await expect(
      appendContacts(user, run.id, { index: 1, contacts: [contact(2, "+14155552673")] }),
    ).rejects.toMatchObject({ code: "invalid_request" });
    await startRun(user, run.id);
    await expect(
      appendContacts(user, run.id, { index: 2, contacts: [contact(9, "+14155552679")] }),
    ).rejects.toMatchObject({ code: "upload_closed" });
    const { counts } = await getRun(user, run.id);
    expect(counts.unique).toBe(1);
  });

  it("without a usable number can't be started", async () => {
    const run = await draft(2, 2);
    await expect(startRun(user, run.id)).rejects.toMatchObject({ code: "nothing_to_look_up" });
  });

  it("keeps the ticked columns as they were", async () => {
    const cells = ['a "quoted", b', "ünïcødé 🙂\nsecond line", "", '\\N {a, \\"}', "NULL", " "];
    const run = await draft(1, 0, ["one", "two", "three", "four", "five", "six"]);
    await appendContacts(user, run.id, {
      index: 0,
      contacts: [contact(2, "+14155552671", cells)],
    });
    const { rows } = await pool().query("SELECT kept FROM contacts WHERE run_id = $1", [run.id]);
    expect(rows[0].kept).toEqual(cells);
  });
});

describe("runs of others", () => {
  it("do not exist for someone without a role", async () => {
    const run = await draftRun(user, accountId, usNumbers(3));
    const stranger = await makeUser();
    for (const verb of [getRun, startRun, getBreakdown]) {
      await expect(verb(stranger, run.id)).rejects.toMatchObject({ code: "not_found" });
    }
    expect((await listRuns(stranger, { limit: 50 })).items).toEqual([]);
    expect((await listRuns(stranger, { limit: 50, accountId })).items).toEqual([]);
  });

  it("are seen but not changed by a viewer", async () => {
    const run = await draftRun(user, accountId, usNumbers(3));
    const viewer = await makeMember(accountId, "viewer");
    expect((await getRun(viewer, run.id)).role).toBe("viewer");
    await expect(startRun(viewer, run.id)).rejects.toMatchObject({ code: "forbidden" });
  });
});

it("lists runs newest first, page by page, each once", async () => {
  const made: string[] = [];
  for (let index = 0; index < 5; index++) made.push((await draft(1)).id);
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listRuns(user, { limit: 2, cursor });
    seen.push(...page.items.map((run) => run.id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(seen).toEqual(made.toReversed());
});

it("finds runs by a part of their name or file, whatever its case, and by how they stand", async () => {
  const named = async (name: string, file: string) => {
    const { id } = await createRun(user, {
      accountId,
      name,
      fileName: file,
      keptColumns: [],
      rows: 1,
      blank: 0,
    });
    return id;
  };
  const spring = await named("Spring 50% off", "contacts.csv");
  const autumn = await named("Autumn_A", "SPRING-old.csv");
  await named("Winter 500", "winter.csv");
  const found = async (query: { q?: string; status?: "draft" | "done" }) =>
    (await listRuns(user, { limit: 50, ...query })).items.map(({ id }) => id);
  expect(await found({ q: "spring" })).toEqual([autumn, spring]);
  expect(await found({ q: "50%" })).toEqual([spring]);
  expect(await found({ q: "n_a" })).toEqual([autumn]);
  expect(await found({ q: "\\" })).toEqual([]);
  expect(await found({ q: "spring", status: "draft" })).toEqual([autumn, spring]);
  expect(await found({ q: "spring", status: "done" })).toEqual([]);
});

it("finds the started run of a file behind a draft of the same one", async () => {
  const fileHash = "f1";
  const open = async () => {
    const numbers = usNumbers(1);
    const run = await createRun(user, {
      accountId,
      name: "List",
      fileName: "list.csv",
      fileHash,
      keptColumns: [],
      rows: numbers.length,
      blank: 0,
    });
    const contacts = numbers.map((number, at) => contact(at + 2, number));
    await appendContacts(user, run.id, { index: 0, contacts });
    return run.id;
  };
  const started = await open();
  await startRun(user, started);
  const abandoned = await open();
  const found = async (query: { started?: "true" | "false" }) =>
    (await listRuns(user, { limit: 1, accountId, fileHash, ...query })).items.map(({ id }) => id);
  expect(await found({})).toEqual([abandoned]);
  expect(await found({ started: "true" })).toEqual([started]);
});
