import { describe, expect, it } from "vitest";
import { callFilter } from "@/lib/api/calls";
import type { SettingsInput } from "@/sandbox/settings";
import { withLookups } from "@/test/lookups";
import { makeMember } from "@/test/people";
import { draftRun, runInState, usNumbers } from "@/test/runs";
import { exportCalls } from "./export-calls";
import { listCalls } from "./list-calls";
import { startRun } from "./start-run";

const at = withLookups("ledger-test");

async function finishedRun(numbers: string[], settings: SettingsInput) {
  at.sandbox.configure(settings);
  const { id } = await draftRun(at.user, at.accountId, numbers);
  await startRun(at.user, id);
  return runInState(at.user, id, "done");
}

describe("the ledger of a run", () => {
  it.each([
    ["missingShare", { missing: 120 }],
    ["foreignShare", { unasked: 120 }],
    ["doubledShare", { doubled: 120 }],
    ["contradictedShare", { doubled: 120, conflicting: 120 }],
    ["flagAsTextShare", { asText: 120 }],
    ["flagUnreadableShare", { unreadable: 120 }],
  ] as const)("keeps what was odd about an answer: %s", async (share, notes) => {
    const { id } = await finishedRun(usNumbers(120), { [share]: 1 });
    const { items } = await listCalls(at.user, id, { limit: 50 });
    expect(items).toMatchObject([{ result: "ok", notes }]);
  });

  it("says nothing of an answer in which nothing was odd", async () => {
    const { id } = await finishedRun(usNumbers(120), {});
    const { items } = await listCalls(at.user, id, { limit: 50 });
    expect(items).toMatchObject([{ result: "ok", title: "Answered", detail: null, notes: null }]);
  });

  it("can be read by what the calls came to, page by page, and the counts agree", async () => {
    const { id, ledger } = await finishedRun(usNumbers(30), {
      failEvery: { n: 4, how: "cut_off" },
    });
    const whole = await listCalls(at.user, id, { limit: 500 });
    const { all, failed, billed, ambiguous, free } = whole.counts.rcs;
    expect(whole.counts.details.all).toBe(0);
    expect(whole.items).toHaveLength(all);
    expect(ledger).toMatchObject({ calls: all, billed, ambiguous });
    expect(failed).toBeGreaterThan(0);
    expect(all).toBe(billed + ambiguous + free);
    for (const [filter, count] of [
      [{ failed: "true" }, failed],
      [{ billing: "ambiguous" }, ambiguous],
      [{ billing: "billed", of: "rcs" }, billed],
      [{ billing: "free" }, free],
      [{ of: "details" }, 0],
    ] as const) {
      expect((await listCalls(at.user, id, { limit: 500, ...filter })).items).toHaveLength(count);
    }
    const ids: string[] = [];
    for (let cursor: string | undefined, isLast = false; !isLast; ) {
      const page = await listCalls(at.user, id, { limit: 7, cursor });
      ids.push(...page.items.map((call) => call.id));
      cursor = page.nextCursor ?? undefined;
      isLast = page.nextCursor === null;
    }
    expect(ids).toEqual(whole.items.map((call) => call.id));
  });

  it("is exported with a row for each attempt and without a number, to analysts alone", async () => {
    const numbers = usNumbers(20);
    const { id, ledger } = await finishedRun(numbers, { failEvery: { n: 5, how: "html_502" } });
    const { fileName, body } = await exportCalls(at.user, id, {
      ...callFilter.parse({}),
      format: "csv",
    });
    const csv = await new Response(body).text();
    expect(fileName).toMatch(/-ledger\.csv$/);
    expect(csv.trim().split("\r\n")).toHaveLength(ledger.calls + 1);
    for (const number of numbers) expect(csv).not.toContain(number.slice(1));
    const viewer = await makeMember(at.accountId, "viewer");
    await expect(exportCalls(viewer, id, { format: "csv" })).rejects.toThrow();
  });
});
