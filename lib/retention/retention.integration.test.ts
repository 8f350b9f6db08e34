import { afterAll, describe, expect, it } from "vitest";
import { updateAccount } from "@/lib/accounts/update-account";
import { closePool, pool } from "@/lib/db/pool";
import { startDetails } from "@/lib/details/start-details";
import { appendContacts } from "@/lib/runs/append-chunk";
import { compareRuns } from "@/lib/runs/compare-runs";
import { getBreakdown } from "@/lib/runs/get-breakdown";
import { getRun } from "@/lib/runs/get-run";
import { resumeRun } from "@/lib/runs/resume-run";
import { retryRun } from "@/lib/runs/retry-run";
import { startRun } from "@/lib/runs/start-run";
import { exportSegment } from "@/lib/segments/export-segment";
import { listContacts } from "@/lib/segments/list-contacts";
import { listDuplicates } from "@/lib/segments/list-duplicates";
import { listInvalid } from "@/lib/segments/list-invalid";
import { rowsHolding, runWithAllRows } from "@/test/personal-data";
import { draftRun, usNumbers } from "@/test/runs";
import { lookUp, withSteps, workRun } from "@/test/steps";
import { countDue } from "./count-due";
import { PURGED_TABLES } from "./delete-rows";
import { purgeDue } from "./purge-due";

const at = withSteps();
const numbers = usNumbers(120);

/** Lets a run look as if all of it had happened so many days ago. */
async function age(runId: string, days: number): Promise<void> {
  await pool().query(
    `UPDATE runs SET created_at = created_at - make_interval(days => $2),
       started_at = started_at - make_interval(days => $2),
       finished_at = finished_at - make_interval(days => $2) WHERE id = $1`,
    [runId, days],
  );
  for (const [table, column] of [
    ["detail_passes", "finished_at"],
    ["lookup_calls", "started_at"],
  ]) {
    await pool().query(
      `UPDATE ${table} SET ${column} = ${column} - make_interval(days => $2) WHERE run_id = $1`,
      [runId, days],
    );
  }
}

async function rowsOf(runId: string): Promise<number> {
  const counts = PURGED_TABLES.map((table) => `(SELECT count(*) FROM ${table} WHERE run_id = $1)`);
  const { rows } = await pool().query<{ rows: number }>(
    `SELECT (${counts.join(" + ")})::int AS rows`,
    [runId],
  );
  return rows[0]?.rows ?? 0;
}

async function purgeEvents(runId: string) {
  const { rows } = await pool().query(
    "SELECT facts FROM audit_events WHERE action = 'retention_purged' AND subject = $1",
    [runId],
  );
  return rows;
}

describe("a run past its account's retention", () => {
  it("loses its contacts and rows and keeps its counts", async () => {
    const id = await runWithAllRows(at);
    const before = await getRun(at.user, id);
    const cells = await getBreakdown(at.user, id);
    const { reasons } = await listInvalid(at.user, id, { limit: 10 });
    await age(id, 181);
    expect(await purgeDue()).toMatchObject({ runs: 1 });
    expect(await rowsOf(id)).toBe(0);
    expect(await rowsHolding(numbers[0] ?? "")).toEqual({});
    const run = await getRun(at.user, id);
    expect(run.purgedAt).not.toBeNull();
    const { counts, outcomes, ledger, cost, plan } = before;
    expect(run).toMatchObject({ counts, outcomes, ledger, cost, plan, purgesAt: null });
    expect(await getBreakdown(at.user, id)).toEqual(cells);
    const { rows } = await pool().query("SELECT reason FROM invalid_counts WHERE run_id = $1", [
      id,
    ]);
    expect(rows).toHaveLength(reasons.length);
    expect(await purgeEvents(id)).toEqual([{ facts: { contacts: before.counts.unique } }]);
  });

  it("says so wherever its contacts were, with a code of its own", async () => {
    const id = await runWithAllRows(at);
    await age(id, 181);
    await purgeDue();
    const gone = { code: "run_purged", message: expect.stringContaining("were deleted on 20") };
    const page = { limit: 10 };
    const contacts = [{ line: 50, number: "+14155552671", kept: [] }];
    for (const ask of [
      () => listContacts(at.user, id, page),
      () => listInvalid(at.user, id, page),
      () => listDuplicates(at.user, id, page),
      () => exportSegment(at.user, id, { segment: "all", format: "csv" }),
      () => exportSegment(at.user, id, { segment: "invalid", format: "csv" }),
      () => retryRun(at.user, id),
      () => resumeRun(at.user, id),
      () => startDetails(at.user, id, { segment: "all", filter: {} }),
      () => appendContacts(at.user, id, { index: 9, contacts }),
    ]) {
      await expect((async () => ask())()).rejects.toMatchObject(gone);
    }
    const other = await lookUp(at, numbers.slice(0, 3));
    expect((await compareRuns(at.user, id, other.id)).contacts).toBeNull();
    expect(await rowsOf(id)).toBe(0);
  });

  it("is purged once, by however many workers, and by the next one after a break", async () => {
    const ids = [await runWithAllRows(at), await runWithAllRows(at)];
    for (const id of ids) await age(id, 181);
    const rows = (await rowsOf(ids[0] ?? "")) + (await rowsOf(ids[1] ?? ""));
    const purged = await Promise.all([purgeDue(), purgeDue(), purgeDue()]);
    const again = await purgeDue();
    expect([...purged, again].reduce((sum, one) => sum + one.rows, 0)).toBe(rows);
    for (const id of ids) {
      expect(await purgeEvents(id)).toHaveLength(1);
      expect(await rowsOf(id)).toBe(0);
    }
    const cut = await runWithAllRows(at);
    await pool().query("UPDATE runs SET purged_at = now() WHERE id = $1", [cut]);
    await pool().query("DELETE FROM contacts WHERE run_id = $1", [cut]);
    await purgeDue();
    expect(await rowsOf(cut)).toBe(0);
  });
});

describe("retention", () => {
  it("takes abandoned drafts and failed runs, and the days of each account", async () => {
    const draft = await draftRun(at.user, at.accountId, numbers);
    const failed = await lookUp(at, numbers.slice(0, 2));
    await pool().query("UPDATE runs SET status = 'failed', finished_at = NULL WHERE id = $1", [
      failed.id,
    ]);
    await updateAccount(at.user, at.accountId, { retentionDays: 10 });
    for (const { id } of [draft, failed]) await age(id, 9);
    await purgeDue();
    expect(await rowsOf(draft.id)).toBeGreaterThan(0);
    for (const { id } of [draft, failed]) await age(id, 2);
    expect(await countDue(at.user, at.accountId, { days: 10 })).toEqual({ runs: 2, contacts: 122 });
    expect(await countDue(at.user, at.accountId, { days: 12 })).toEqual({ runs: 0, contacts: 0 });
    await purgeDue();
    expect([await rowsOf(draft.id), await rowsOf(failed.id)]).toEqual([0, 0]);
  });

  it.each(["queued", "running"])("never takes a run that is %s", async (status) => {
    const { id } = await lookUp(at, numbers.slice(0, 2));
    await age(id, 4_000);
    await pool().query(`UPDATE runs SET status = $2::"RunStatus" WHERE id = $1`, [id, status]);
    await purgeDue();
    expect(await rowsOf(id)).toBeGreaterThan(0);
    expect((await getRun(at.user, id)).purgesAt).toBeNull();
    await pool().query("DELETE FROM runs WHERE id = $1", [id]);
  });

  it("takes a run that was paused and forgotten, counted from its last call, and ends it", async () => {
    const { id } = await draftRun(at.user, at.accountId, numbers);
    await startRun(at.user, id);
    at.sandbox.configure({ refuseKey: true });
    const paused = await workRun(at, id);
    expect(paused).toMatchObject({ status: "paused", purgesAt: expect.any(String) });
    await pool().query(
      "UPDATE runs SET started_at = started_at - interval '181 days' WHERE id = $1",
      [id],
    );
    await purgeDue();
    expect(await rowsOf(id)).toBeGreaterThan(0);
    await age(id, 181);
    expect(await purgeDue()).toMatchObject({ runs: 1 });
    expect(await rowsOf(id)).toBe(0);
    const { status, finishedAt, outcomes } = await getRun(at.user, id);
    expect({ status, outcomes }).toEqual({ status: "cancelled", outcomes: paused.outcomes });
    expect(finishedAt).not.toBeNull();
    await expect(resumeRun(at.user, id)).rejects.toMatchObject({ code: "run_purged" });
  });

  it("waits for a lookup of its details, and counts from its end", async () => {
    const { id } = await lookUp(at, numbers.slice(0, 2));
    await age(id, 300);
    await startDetails(at.user, id, { segment: "all", filter: {} });
    await purgeDue();
    await pool().query(
      "UPDATE detail_passes SET status = 'done', finished_at = now() WHERE run_id = $1",
      [id],
    );
    await purgeDue();
    expect(await rowsOf(id)).toBeGreaterThan(0);
    await age(id, 181);
    await purgeDue();
    expect(await rowsOf(id)).toBe(0);
  });

  it("tells when a run's contacts will go", async () => {
    const { id, finishedAt } = await lookUp(at, numbers.slice(0, 2));
    const end = new Date(finishedAt ?? "");
    const inDays = (days: number) => new Date(end.getTime() + days * 24 * 3600_000).toISOString();
    expect((await getRun(at.user, id)).purgesAt).toBe(inDays(180));
    await updateAccount(at.user, at.accountId, { retentionDays: 30 });
    expect((await getRun(at.user, id)).purgesAt).toBe(inDays(30));
  });
});

afterAll(closePool);
