import Papa from "papaparse";
import { beforeAll, describe, expect, it } from "vitest";
import type { SegmentName } from "@/lib/api/results";
import { NOT_PROVIDED } from "@/lib/api/values";
import type { SessionUser } from "@/lib/auth/session";
import { pool, transaction } from "@/lib/db/pool";
import { type ContactOutcome, saveOutcomes } from "@/lib/lookups/save-outcomes";
import { appendContacts, appendInvalid } from "@/lib/runs/append-chunk";
import { createRun } from "@/lib/runs/create-run";
import { makeAccount, makeMember, makeUser } from "@/test/people";
import { usNumbers } from "@/test/runs";
import { exportSegment } from "./export-segment";
import { listContacts } from "./list-contacts";
import { listDuplicates } from "./list-duplicates";
import { listInvalid } from "./list-invalid";

const numbers = usNumbers(2_500);
let user: SessionUser;
let accountId: string;
let runId: string;

const known = (
  line: number,
  outcome: "rcs" | "not_rcs",
  carrier: string | null,
): ContactOutcome => ({
  line,
  outcome,
  carrier,
  carrierStatus: carrier && "ACTIVE",
  failure: null,
});

beforeAll(async () => {
  user = await makeUser();
  accountId = await makeAccount(user);
  const run = await createRun(user, {
    accountId,
    name: "Spring “list” / 2026",
    fileName: "list.csv",
    defaultCountry: "US",
    keptColumns: ["Name", "=Note"],
    rows: numbers.length + 1,
    blank: 0,
  });
  runId = run.id;
  const contacts = numbers.map((number, index) => ({
    line: index + 2,
    number,
    kept: [`Name ${index}`, index === 0 ? "=cmd|' /C calc'!A0" : 'say "hi", bye'],
  }));
  await appendContacts(user, runId, { index: 0, contacts });
  await appendInvalid(user, runId, {
    index: 0,
    rows: [{ line: 9_000, cell: "1.41555E+10", reason: "scientific_notation" }],
  });
  // Line 2 to 1001 reachable with AT&T, to 1501 reachable without a carrier, to 2001 not, then 99
  // without an answer; the rest is pending.
  await transaction((tx) =>
    saveOutcomes(tx, runId, [
      ...contacts.slice(0, 1_000).map(({ line }) => known(line, "rcs", "AT&T")),
      ...contacts.slice(1_000, 1_500).map(({ line }) => known(line, "rcs", null)),
      ...contacts.slice(1_500, 2_000).map(({ line }) => known(line, "not_rcs", "Verizon")),
      ...contacts.slice(2_000, 2_099).map(({ line }) => ({
        ...known(line, "rcs", null),
        outcome: "no_answer" as const,
      })),
    ]),
  );
});

async function exported(segment: SegmentName, more: object = {}) {
  const { fileName, body } = await exportSegment(user, runId, {
    segment,
    format: "plain",
    ...more,
  });
  const text = await new Response(body).text();
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  return { fileName, text, rows: data };
}

describe("an export", () => {
  it("of the reachable segment holds exactly the reachable contacts, in the order of the file", async () => {
    const { rows, fileName } = await exported("rcs");
    expect(rows.map((row) => row.phone)).toEqual(numbers.slice(0, 1_500));
    expect(rows[0]).toMatchObject({
      outcome: "rcs",
      carrier: "AT&T",
      carrier_status: "ACTIVE",
      country: "US",
      source_line: "2",
      Name: "Name 0",
    });
    expect(rows[1_200]).toMatchObject({ carrier: NOT_PROVIDED, "=Note": 'say "hi", bye' });
    expect(rows[0]?.checked_at).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    expect(fileName).toBe("Spring-list-2026-rcs.csv");
  });

  it.each([
    ["not_rcs", 500],
    ["retry", 99],
    ["all", 2_500],
    ["rejected", 0],
  ] as const)("of %s has %i rows", async (segment, count) => {
    expect((await exported(segment)).rows).toHaveLength(count);
  });

  it("follows the filters", async () => {
    expect((await exported("rcs", { carrier: NOT_PROVIDED })).rows).toHaveLength(500);
    expect((await exported("rcs", { carrier: "AT&T", country: "US" })).rows).toHaveLength(1_000);
    expect((await exported("rcs", { outcome: "not_rcs" })).rows).toHaveLength(0);
    const [first] = numbers;
    expect((await exported("all", { q: first?.slice(3) })).rows.map((row) => row.phone)).toEqual([
      first,
    ]);
  });

  it("round-trips what was kept when plain, and is inert in a spreadsheet when asked", async () => {
    const plain = await exported("rcs");
    expect(plain.rows[0]?.["=Note"]).toBe("=cmd|' /C calc'!A0");
    const safe = await exported("rcs", { format: "spreadsheet" });
    const [header] = Papa.parse<string[]>(safe.text).data;
    expect(header).toContain("'=Note");
    expect(safe.rows[0]?.["'=Note"]).toBe("'=cmd|' /C calc'!A0");
    expect(safe.rows[0]?.phone).toBe(numbers[0]);
  });

  it("of the invalid rows has their cell and reason", async () => {
    expect((await exported("invalid")).rows).toEqual([
      {
        source_line: "9000",
        cell: "1.41555E+10",
        reason: "scientific_notation",
        explanation:
          "Excel turned this number into 1.41555E+10 and dropped its last digits: export the column as text.",
      },
    ]);
  });

  it("gives its database connection back when the reader leaves halfway", async () => {
    const before = pool().totalCount - pool().idleCount;
    const { body } = await exportSegment(user, runId, { segment: "all", format: "plain" });
    const reader = body.getReader();
    await reader.read();
    await reader.cancel();
    await expect.poll(() => pool().totalCount - pool().idleCount).toBe(before);
    expect((await exported("all")).rows).toHaveLength(2_500);
  });
});

describe("a list of contacts", () => {
  it("pages by keyset through every contact once", async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listContacts(user, runId, { limit: 400, cursor });
      seen.push(...page.items.map((contact) => contact.number));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(numbers);
  });

  it("finds a number by digits in any spelling, and nothing for letters", async () => {
    const q = `(${numbers[7]?.slice(2, 5)}) ${numbers[7]?.slice(5)}`;
    const found = await listContacts(user, runId, { limit: 5, q });
    expect(found.items.map((contact) => contact.number)).toEqual([numbers[7]]);
    expect((await listContacts(user, runId, { limit: 5, q: "abc" })).items).toEqual([]);
  });

  it("filters by carrier status that was not provided", async () => {
    const { items } = await listContacts(user, runId, { limit: 500, carrierStatus: NOT_PROVIDED });
    expect(items).toHaveLength(500);
    expect(items.every((contact) => contact.outcome === "rcs")).toBe(true);
  });
});

it("shows no number to a viewer, by no way", async () => {
  const viewer = await makeMember(accountId, "viewer");
  const page = { limit: 5 };
  for (const read of [
    () => listContacts(viewer, runId, page),
    () => listInvalid(viewer, runId, page),
    () => listDuplicates(viewer, runId, page),
    () => exportSegment(viewer, runId, { segment: "all", format: "plain" }),
  ]) {
    await expect(read()).rejects.toMatchObject({ code: "forbidden" });
  }
});
