import { readXlsx } from "hucre/xlsx";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { checkAccount } from "@/lib/accounts/check-account";
import { prisma } from "@/lib/db/prisma";
import { cancelDetails } from "@/lib/details/cancel-details";
import { lookupDetails } from "@/lib/details/lookup-details";
import { pauseDetails } from "@/lib/details/pause-details";
import { resumeDetails } from "@/lib/details/resume-details";
import { startDetails } from "@/lib/details/start-details";
import { eraseNumber } from "@/lib/erasure/erase-number";
import { lookupNumber } from "@/lib/lookups/lookup-number";
import { appendContacts } from "@/lib/runs/append-chunk";
import { createRun } from "@/lib/runs/create-run";
import { deleteRun } from "@/lib/runs/delete-run";
import { exportCalls } from "@/lib/runs/export-calls";
import { pauseRun } from "@/lib/runs/pause-run";
import { resumeRun } from "@/lib/runs/resume-run";
import { retryRun } from "@/lib/runs/retry-run";
import { startRun } from "@/lib/runs/start-run";
import { exportSegment } from "@/lib/segments/export-segment";
import { makeAccount, makeMember, makeUser } from "@/test/people";
import { changeAnswers, usNumbers, withoutAnswer } from "@/test/runs";
import { withSteps, workRun } from "@/test/steps";
import { exportAudit } from "./export-audit";
import { listAudit } from "./list-audit";
import { recordEvent } from "./record-event";

const at = withSteps();
const numbers = usNumbers(3);
const page = { limit: 50 };

const told = async (query: object = {}) =>
  (await listAudit(at.user, at.accountId, { ...page, ...query })).items.map((event) => event.told);

/** Everything that an analyst does with a list, whose name and file are a number. */
async function journey(): Promise<string> {
  const [first = "", second = ""] = numbers;
  const { id } = await createRun(at.user, {
    accountId: at.accountId,
    name: `List of ${first}`,
    fileName: `${second.slice(1)} (copy).csv`,
    keptColumns: [],
    rows: 3,
    blank: 0,
  });
  const contacts = numbers.map((number, index) => ({ line: index + 2, number, kept: [] }));
  await appendContacts(at.user, id, { index: 0, contacts });
  await startRun(at.user, id);
  await startRun(at.user, id);
  await pauseRun(at.user, id);
  await resumeRun(at.user, id);
  await resumeRun(at.user, id);
  await workRun(at, id);
  await changeAnswers(id, (line) => {
    if (line === 2) return withoutAnswer("failed", "timeout");
    if (line === 3) return withoutAnswer("no_answer");
  });
  await retryRun(at.user, id);
  await retryRun(at.user, id);
  await workRun(at, id);
  for (const format of ["csv", "xlsx"] as const) {
    const { body } = await exportSegment(at.user, id, { segment: "all", format });
    await new Response(body).arrayBuffer();
  }
  await new Response(
    (await exportSegment(at.user, id, { segment: "all", q: first, format: "csv" })).body,
  ).arrayBuffer();
  await new Response((await exportCalls(at.user, id, { format: "csv" })).body).arrayBuffer();
  await startDetails(at.user, id, { segment: "all", filter: {} });
  await pauseDetails(at.user, id);
  await resumeDetails(at.user, id);
  await resumeDetails(at.user, id);
  await cancelDetails(at.user, id);
  const number = { accountId: at.accountId, number: second };
  await lookupNumber(at.user, number);
  await lookupDetails(at.user, number, { patienceMs: 0 });
  await checkAccount(at.user, at.accountId, { number: first });
  await eraseNumber(at.user, { number: first });
  await deleteRun(at.user, id);
  return id;
}

describe("the audit trail", () => {
  it("tells every deed of a journey once, newest first, and holds no number", async () => {
    await journey();
    const name = "“List of +1415•••••00”";
    expect(await told()).toEqual([
      `deleted the run ${name} with 2 contacts`,
      "erased one number: 1 row in 1 run",
      "checked the connection of “Test account” by one lookup",
      "looked up the details of one number",
      "checked one number",
      `resumed looking up details of ${name}`,
      `started looking up details of 3 numbers of ${name}`,
      `exported the ledger of ${name} as CSV`,
      `exported contacts by a filter from ${name} as CSV`,
      `exported 3 contacts from ${name} as a workbook`,
      `exported 3 contacts from ${name} as CSV`,
      `started looking up 2 contacts of ${name} again`,
      `resumed the lookups of ${name}`,
      `started the lookups of 3 contacts of ${name}`,
      `uploaded 3 rows with 3 contacts as ${name}`,
      "connected the account “Test account”",
    ]);
    const stored = JSON.stringify(
      await prisma().auditEvent.findMany({ omit: { id: true, at: true } }),
    ).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "");
    for (const number of numbers) expect(stored).not.toContain(number.slice(-7));
    expect(stored).not.toMatch(/\d{7}/);
  });

  it("is filtered by kind, person and day, and read page by page", async () => {
    await journey();
    const analyst = await makeMember(at.accountId, "analyst");
    await lookupNumber(analyst, { accountId: at.accountId, number: numbers[2] ?? "" });
    expect(await told({ userId: analyst.id })).toEqual(["checked one number"]);
    expect(await told({ group: "data" })).toEqual(["erased one number: 1 row in 1 run"]);
    expect(await told({ group: "exports" })).toHaveLength(4);
    const today = new Date().toISOString().slice(0, 10);
    const all = await told();
    expect(await told({ from: today, to: today })).toEqual(all);
    expect(await told({ to: "2020-01-01" })).toEqual([]);
    expect(await told({ from: "2999-01-01" })).toEqual([]);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const part = await listAudit(at.user, at.accountId, { limit: 5, cursor });
      seen.push(...part.items.map((event) => event.told));
      cursor = part.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(all);
    const { people } = await listAudit(at.user, at.accountId, page);
    expect(people.map(({ id }) => id).sort()).toEqual([at.user.id, analyst.id].sort());
  });

  it("shows sign-ins of the account's people, and of nobody else", async () => {
    const member = await makeMember(at.accountId, "viewer");
    const stranger = await makeUser();
    for (const user of [member, stranger]) {
      await recordEvent(user, { action: "signed_in", accountId: null, subject: user.id });
    }
    const { items } = await listAudit(at.user, at.accountId, { ...page, group: "access" });
    expect(items).toMatchObject([{ actor: member.email, told: "signed in" }]);
  });

  it("is exported as what it is, and its export is in it", async () => {
    await journey();
    const csv = await exportAudit(at.user, at.accountId, { format: "csv" });
    expect(csv.fileName).toBe("Test-account-audit.csv");
    const text = await new Response(csv.body).text();
    const { data } = Papa.parse<Record<string, string>>(text, {
      header: true,
      skipEmptyLines: true,
    });
    const { items } = await listAudit(at.user, at.accountId, page);
    expect(data.map((row) => row.in_words)).toEqual(
      items.map((event) => `${event.actor} ${event.told}`),
    );
    expect(items[0]?.told).toBe("exported the audit trail as CSV");
    const xlsx = await exportAudit(at.user, at.accountId, { format: "xlsx", group: "data" });
    const file = new Uint8Array(await new Response(xlsx.body).arrayBuffer());
    expect((await readXlsx(file)).sheets[0]?.rows).toHaveLength(2);
  });

  it("is for owners of the account alone", async () => {
    const others = await makeUser();
    await makeAccount(others);
    const refusals: [Awaited<ReturnType<typeof makeUser>>, string][] = [
      [await makeMember(at.accountId, "analyst"), "forbidden"],
      [await makeMember(at.accountId, "viewer"), "forbidden"],
      [others, "not_found"],
    ];
    for (const [user, code] of refusals) {
      await expect(listAudit(user, at.accountId, page)).rejects.toMatchObject({ code });
      const exporting = exportAudit(user, at.accountId, { format: "csv" });
      await expect(exporting).rejects.toMatchObject({ code });
    }
  });
});
