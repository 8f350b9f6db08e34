import { expect, it } from "vitest";
import { deleteAccount } from "@/lib/accounts/delete-account";
import { pool } from "@/lib/db/pool";
import { closeRuns } from "@/lib/retention/close-runs";
import { checkedRun } from "@/test/details";
import { makeAccount } from "@/test/people";
import { rowsHolding, runWithAllRows } from "@/test/personal-data";
import { draftRun, usNumbers } from "@/test/runs";
import { withSteps } from "@/test/steps";
import { whileWaitedFor } from "@/test/while-waited-for";
import { deleteRun } from "./delete-run";
import { getRun } from "./get-run";
import { startRun } from "./start-run";

const at = withSteps();

async function contactsOf(runId: string): Promise<number> {
  const { rows } = await pool().query<{ count: number }>(
    "SELECT count(*)::int FROM contacts WHERE run_id = $1",
    [runId],
  );
  return rows[0]?.count ?? 0;
}

/** Every table that has rows of a run, with their number. */
async function tablesOf(runId: string): Promise<Record<string, number>> {
  const { rows: tables } = await pool().query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
       JOIN information_schema.tables USING (table_schema, table_name)
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND column_name = 'run_id'
     ORDER BY 1`,
  );
  const found: Record<string, number> = {};
  for (const { name } of tables) {
    const { rows } = await pool().query<{ count: number }>(
      `SELECT count(*)::int FROM ${name} WHERE run_id = $1`,
      [runId],
    );
    if (rows[0]?.count) found[name] = rows[0].count;
  }
  return found;
}

it("a run takes its contacts along, whether it is deleted or goes with its account", async () => {
  const [first, second] = [at.accountId, await makeAccount(at.user)];
  const deleted = await draftRun(at.user, first, usNumbers(3));
  const ended = await draftRun(at.user, first, usNumbers(4));
  const other = await draftRun(at.user, second, usNumbers(5));
  await deleteRun(at.user, deleted.id);
  expect([await contactsOf(deleted.id), await contactsOf(ended.id)]).toEqual([0, 4]);
  await deleteAccount(at.user, first);
  expect([await contactsOf(ended.id), await contactsOf(other.id)]).toEqual([0, 5]);
  await deleteAccount(at.user, second);
});

it("a deleted run leaves nothing in any table but what its calls cost, and who deleted it", async () => {
  const id = await runWithAllRows(at);
  const calls = () =>
    pool().query("SELECT numbers, billed FROM lookup_calls WHERE account_id = $1 ORDER BY id", [
      at.accountId,
    ]);
  const { rows: before } = await calls();
  expect(Object.keys(await tablesOf(id))).toEqual([
    "answers",
    "batches",
    "breakdowns",
    "cell_lines",
    "contacts",
    "detail_passes",
    "duplicate_rows",
    "invalid_counts",
    "invalid_rows",
    "lookup_calls",
    "number_details",
    "upload_chunks",
  ]);
  await deleteRun(at.user, id);
  expect(await tablesOf(id)).toEqual({});
  expect((await calls()).rows).toEqual(before);
  for (const number of usNumbers(3)) expect(await rowsHolding(number)).toEqual({});
  const { rows } = await pool().query(
    "SELECT actor, label, facts FROM audit_events WHERE action = 'run_deleted' AND subject = $1",
    [id],
  );
  expect(rows).toEqual([
    { actor: at.user.email, label: "List", facts: { rows: 122, contacts: 120 } },
  ]);
});

it("a run that is being started while it is to be deleted stays, and goes", async () => {
  const { id } = await draftRun(at.user, at.accountId, usNumbers(3));
  const refused = await whileWaitedFor(
    (tx) => tx.query("UPDATE runs SET status = 'queued' WHERE id = $1", [id]),
    () => Promise.allSettled([deleteRun(at.user, id), deleteAccount(at.user, at.accountId)]),
  );
  expect(refused).toMatchObject([
    { status: "rejected", reason: { code: "run_state" } },
    { status: "rejected", reason: { code: "account_in_use" } },
  ]);
  expect(await contactsOf(id)).toBe(3);
  const { rows: runs } = await pool().query("SELECT status, purged_at FROM runs WHERE id = $1", [
    id,
  ]);
  expect(runs).toEqual([{ status: "queued", purged_at: null }]);
});

it("details that are being started keep their run", async () => {
  const id = await checkedRun(at.user, at.accountId, usNumbers(3));
  const refused = await whileWaitedFor(
    async (tx) => {
      await tx.query("SELECT 1 FROM runs WHERE id = $1 FOR UPDATE", [id]);
      await tx.query(
        `INSERT INTO detail_passes
           (id, run_id, status, asked, asked_before, price_per_detail, currency)
         VALUES (gen_random_uuid(), $1, 'queued', 3, 0, 0, 'USD')`,
        [id],
      );
    },
    () => Promise.allSettled([deleteRun(at.user, id)]),
  );
  expect(refused).toMatchObject([{ reason: { code: "run_state" } }]);
  expect(await contactsOf(id)).toBe(3);
});

it("a deletion that was cut off is finished by the next one", async () => {
  const { id } = await draftRun(at.user, at.accountId, usNumbers(3));
  expect(await closeRuns({ runId: id }, async () => {})).toBeNull();
  await expect(startRun(at.user, id)).rejects.toMatchObject({ code: "run_purged" });
  await deleteRun(at.user, id);
  expect(await tablesOf(id)).toEqual({});
  await expect(getRun(at.user, id)).rejects.toMatchObject({ code: "not_found" });
});

it("an account that is deleted takes every row of its runs along", async () => {
  const own = { ...at, accountId: await makeAccount(at.user) };
  const id = await runWithAllRows(own);
  expect(Object.keys(await tablesOf(id))).toContain("cell_lines");
  await deleteAccount(at.user, own.accountId);
  expect(await tablesOf(id)).toEqual({});
});
