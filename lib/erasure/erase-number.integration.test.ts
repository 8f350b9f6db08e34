import { describe, expect, it } from "vitest";
import { pool } from "@/lib/db/pool";
import { getDetails } from "@/lib/details/get-details";
import { startDetails } from "@/lib/details/start-details";
import { planRun } from "@/lib/lookups/plan-run";
import { saveOutcomes } from "@/lib/lookups/save-outcomes";
import { appendContacts, appendDuplicates, appendInvalid } from "@/lib/runs/append-chunk";
import { createRun } from "@/lib/runs/create-run";
import { getRun } from "@/lib/runs/get-run";
import { retryRun } from "@/lib/runs/retry-run";
import { startRun } from "@/lib/runs/start-run";
import { listContacts } from "@/lib/segments/list-contacts";
import { listInvalid } from "@/lib/segments/list-invalid";
import { keptCounts, recount } from "@/test/kept-counts";
import { makeAccount, makeMember, makeUser } from "@/test/people";
import { expectRowsAddUp, rowsHolding } from "@/test/personal-data";
import { changeAnswers, draftRun, usNumbers, withoutAnswer } from "@/test/runs";
import { expectLedgerAgrees, lookUp, stepRun, withSteps, workRun } from "@/test/steps";
import { eraseNumber } from "./erase-number";
import { findNumber } from "./find-number";
import { getErasure } from "./get-erasure";
import { listErasures } from "./list-erasures";

const at = withSteps();
const [first = "", second = "", third = ""] = usNumbers(3);
const body = { number: first };

/** A draft in which the first number stands in every place where a number can. */
async function draftWithAll(accountId = at.accountId) {
  const run = await createRun(at.user, {
    accountId,
    name: `Only ${first}`,
    fileName: `${first.slice(1)}.csv`,
    keptColumns: ["name", "second phone"],
    rows: 9,
    blank: 1,
  });
  await appendContacts(at.user, run.id, {
    index: 0,
    contacts: [
      { line: 2, number: first, kept: ["Ann", ""] },
      { line: 3, number: second, kept: ["Ben", "(415) 200-0000"] },
      { line: 4, number: third, kept: ["Cem", third] },
    ],
  });
  await appendDuplicates(at.user, run.id, {
    index: 0,
    rows: [
      { line: 5, cell: "415-200-0000", number: first, keptLine: 2 },
      { line: 6, cell: second, number: second, keptLine: 3 },
    ],
  });
  await appendInvalid(at.user, run.id, {
    index: 0,
    rows: [
      { line: 7, cell: "4152000000 or 4152000001", reason: "several_numbers" },
      { line: 8, cell: "n/a", reason: "placeholder" },
      { line: 9, cell: "call ٤١٥٢٠٠٠٠٠٠", reason: "letters" },
    ],
  });
  return run.id;
}

describe("erasing a number", () => {
  it("finds and deletes it wherever it stands, and every count still adds up", async () => {
    const id = await draftWithAll();
    const held = { contacts: 1, duplicates: 1, invalid: 2, details: 0, keptCells: 1 };
    expect(await findNumber(at.user, body)).toEqual({ accounts: 1, runs: 1, ...held });
    const { items } = await eraseNumber(at.user, { number: "(415) 200-0000", country: "US" });
    expect(items).toMatchObject([{ runs: 1, erasedBy: "Test", ...held }]);
    expect(await rowsHolding(first)).toEqual({});
    expect(await findNumber(at.user, body)).toMatchObject({ accounts: 0, runs: 0 });
    const run = await getRun(at.user, id);
    expect(run.counts).toEqual({
      rows: 9,
      unique: 2,
      duplicates: 1,
      invalid: 1,
      blank: 1,
      erased: 4,
    });
    await expectRowsAddUp(id);
    const { reasons } = await listInvalid(at.user, id, { limit: 50 });
    expect(reasons).toMatchObject([{ reason: "placeholder", rows: 1 }]);
    const contacts = await listContacts(at.user, id, { limit: 50 });
    expect(contacts.items.map(({ kept }) => kept)).toEqual([
      ["Ben", ""],
      ["Cem", third],
    ]);
  });

  it("lets a draft that lacks its rows be started, and asks nobody about the number", async () => {
    const id = await draftWithAll();
    await eraseNumber(at.user, body);
    await startRun(at.user, id);
    const run = await workRun(at, id);
    expect(run.status).toBe("done");
    expect(at.sandbox.report().totals).toMatchObject({ numbers: 2, distinctNumbers: 2 });
    await expectRowsAddUp(id);
    expect(run.ledger.excess).toBe(0);
  });

  it("takes an answered contact and its details along, and its lookup stays needed", async () => {
    const { id } = await lookUp(at, usNumbers(120), 2);
    await startDetails(at.user, id, { segment: "all", filter: {} });
    const { items } = await eraseNumber(at.user, body);
    expect(items).toMatchObject([{ runs: 1, contacts: 1, details: 1 }]);
    expect(await rowsHolding(first)).toEqual({});
    await expectRowsAddUp(id);
    const run = await getRun(at.user, id);
    expect(run.counts).toMatchObject({ unique: 119, erased: 1 });
    expect(run.ledger).toMatchObject({ billed: 120, excess: 0 });
    const { selection } = await getDetails(at.user, id, { segment: "all" });
    expect(selection.contacts).toBe(119);
  });

  it("of a number in flight leaves its answer without a place, and the counts right", async () => {
    at.sandbox.configure({ holdAfter: 0 });
    const { id } = await draftRun(at.user, at.accountId, usNumbers(250));
    await startRun(at.user, id);
    const step = stepRun(id, 1);
    await expect.poll(() => at.sandbox.report().totals.calls).toBe(1);
    await eraseNumber(at.user, body);
    at.sandbox.configure({});
    await step;
    const run = await workRun(at, id);
    expect(run.counts).toMatchObject({ unique: 249, erased: 1 });
    expect(run.outcomes.pending).toBe(0);
    await expectRowsAddUp(id);
    expect(run.ledger).toMatchObject({ billed: 250, excess: 0 });
    expectLedgerAgrees(at, run);
  });

  it("of a bulk batch that falls under a hundred lets the rest go singly", async () => {
    const { id } = await draftRun(at.user, at.accountId, usNumbers(100));
    await startRun(at.user, id);
    await pool().query("UPDATE runs SET status = 'paused' WHERE id = $1", [id]);
    await eraseNumber(at.user, body);
    await pool().query("UPDATE runs SET status = 'queued' WHERE id = $1", [id]);
    const run = await workRun(at, id);
    expect(at.sandbox.report().byOperation).toMatchObject({ single_lookup: { numbers: 99 } });
    expect(run).toMatchObject({ status: "done", ledger: { billed: 99, excess: 0 } });
    await expectRowsAddUp(id);
  });

  it("waits for an answer that is being stored, and takes the contact as it has become", async () => {
    const { id } = await draftRun(at.user, at.accountId, usNumbers(3));
    await startRun(at.user, id);
    await planRun(id, 1);
    const tx = await pool().connect();
    try {
      await tx.query("BEGIN");
      const { rows } = await tx.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
      const answer = { line: 2, country: "US", ...withoutAnswer("no_answer") };
      await saveOutcomes(tx, id, [answer]);
      const erasing = eraseNumber(at.user, body);
      const isBlocked = () =>
        pool().query("SELECT 1 FROM pg_stat_activity WHERE $1 = ANY(pg_blocking_pids(pid))", [
          rows[0]?.pid,
        ]);
      await expect.poll(async () => (await isBlocked()).rowCount).toBe(1);
      await tx.query("COMMIT");
      await erasing;
    } finally {
      tx.release();
    }
    const { ledger } = await getRun(at.user, id);
    expect(ledger.excess).toBe(0);
    expect((await keptCounts(id)).counts).toEqual((await recount(id)).counts);
    await expectRowsAddUp(id);
  });

  it("and retrying the run at the same time do not end each other", async () => {
    const { id } = await lookUp(at, usNumbers(150), 2);
    await changeAnswers(id, () => withoutAnswer("failed"));
    await Promise.all([
      retryRun(at.user, id),
      eraseNumber(at.user, { number: first }),
      eraseNumber(at.user, { number: second }),
      eraseNumber(at.user, { number: third }),
    ]);
    const run = await workRun(at, id, 2);
    expect(run.counts).toMatchObject({ unique: 147, erased: 3 });
    await expectRowsAddUp(id);
  });
});

describe("whose numbers are erased", () => {
  it("is decided by owners, in their own accounts alone", async () => {
    const others = await makeUser();
    const elsewhere = await makeAccount(others);
    await draftRun(others, elsewhere, [first]);
    const own = await draftRun(at.user, at.accountId, [first]);
    const analyst = await makeMember(at.accountId, "analyst");
    const viewer = await makeMember(at.accountId, "viewer");
    for (const member of [analyst, viewer]) {
      await expect(findNumber(member, body)).rejects.toMatchObject({ code: "forbidden" });
      await expect(eraseNumber(member, body)).rejects.toMatchObject({ code: "forbidden" });
    }
    expect((await eraseNumber(at.user, body)).items).toHaveLength(1);
    expect((await getRun(at.user, own.id)).counts.erased).toBe(1);
    expect(await findNumber(others, body)).toMatchObject({ runs: 1, contacts: 1 });
  });

  it("is told by a receipt for each account, which owners alone can read, without the number", async () => {
    const second = await makeAccount(at.user);
    await draftRun(at.user, at.accountId, [first]);
    await draftRun(at.user, second, [first]);
    const { items } = await eraseNumber(at.user, body);
    expect(new Set(items.map(({ accountId }) => accountId))).toEqual(
      new Set([at.accountId, second]),
    );
    const [receipt] = items;
    const id = receipt?.id ?? "";
    expect(await getErasure(at.user, id)).toEqual(receipt);
    expect((await listErasures(at.user, { limit: 50 })).items).toEqual(items);
    const stranger = await makeUser();
    await expect(getErasure(stranger, id)).rejects.toMatchObject({ code: "not_found" });
    const { rows } = await pool().query(
      "SELECT * FROM audit_events WHERE action = 'number_erased'",
    );
    expect(rows).toHaveLength(2 + (await countEarlier()));
    expect(JSON.stringify(rows)).not.toContain(first.slice(2));
  });
});

/** Events of the tests before. */
async function countEarlier(): Promise<number> {
  const { rowCount } = await pool().query(
    "SELECT 1 FROM audit_events WHERE action = 'number_erased' AND user_id <> $1",
    [at.user.id],
  );
  return rowCount ?? 0;
}

describe("a number that can't be", () => {
  it("is looked for by its digits in invalid rows", async () => {
    const run = await createRun(at.user, {
      accountId: at.accountId,
      name: "List",
      fileName: "list.csv",
      keptColumns: [],
      rows: 1,
      blank: 0,
    });
    const rows = [{ line: 2, cell: "910 000 0000", reason: "not_a_valid_number" as const }];
    await appendInvalid(at.user, run.id, { index: 0, rows });
    const odd = { number: "9100000000", country: "US" };
    expect(await findNumber(at.user, odd)).toMatchObject({ runs: 1, invalid: 1 });
    await eraseNumber(at.user, odd);
    expect((await getRun(at.user, run.id)).counts).toMatchObject({ invalid: 0, erased: 1 });
  });

  it.each(["12", "nobody", "+1415200000012345678"])("is refused: %s", async (number) => {
    await expect(findNumber(at.user, { number })).rejects.toMatchObject({ code: "number_invalid" });
  });
});
