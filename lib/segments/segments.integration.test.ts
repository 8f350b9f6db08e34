import { readXlsx } from "hucre/xlsx";
import Papa from "papaparse";
import { beforeAll, describe, expect, it } from "vitest";
import type { SegmentName } from "@/lib/api/results";
import { NOT_PROVIDED } from "@/lib/api/values";
import type { SessionUser } from "@/lib/auth/session";
import { exportPool, pool } from "@/lib/db/pool";
import { appendContacts, appendDuplicates, appendInvalid } from "@/lib/runs/append-chunk";
import { createRun } from "@/lib/runs/create-run";
import { listRuns } from "@/lib/runs/list-runs";
import { startRun } from "@/lib/runs/start-run";
import { makeAccount, makeMember, makeUser } from "@/test/people";
import { storeAnswers, usNumbers } from "@/test/runs";
import { exportSegment } from "./export-segment";
import { listContacts } from "./list-contacts";
import { listDuplicates } from "./list-duplicates";
import { listInvalid } from "./list-invalid";

const numbers = usNumbers(2_500);
let user: SessionUser;
let accountId: string;
let runId: string;

const known = (line: number, outcome: "rcs" | "not_rcs", carrier: string | null) => ({
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
    rows: numbers.length + 2,
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
  await appendDuplicates(user, runId, {
    index: 0,
    rows: [{ line: 9_001, cell: "=415 2000000", number: numbers[0] ?? "", keptLine: 2 }],
  });
  // Line 2 to 1001 reachable with AT&T, to 1501 reachable without a carrier, to 2001 not, then 99
  // without an answer; the rest is pending.
  await storeAnswers(runId, [
    ...contacts.slice(0, 1_000).map(({ line }) => known(line, "rcs", "AT&T")),
    ...contacts.slice(1_000, 1_500).map(({ line }) => known(line, "rcs", null)),
    ...contacts.slice(1_500, 2_000).map(({ line }) => known(line, "not_rcs", "Verizon")),
    ...contacts.slice(2_000, 2_099).map(({ line }) => ({
      ...known(line, "rcs", null),
      outcome: "no_answer" as const,
    })),
  ]);
});

async function exported(segment: SegmentName, more: object = {}) {
  const { fileName, body } = await exportSegment(user, runId, {
    segment,
    format: "csv",
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

  it.each(["rcs", "invalid", "duplicates"] as const)(
    "of %s is a workbook of the same cells when asked, none of which is run",
    async (segment) => {
      const { text } = await exported(segment);
      const query = { segment, format: "xlsx" } as const;
      const { fileName, body } = await exportSegment(user, runId, query);
      expect(fileName).toBe(`Spring-list-2026-${segment}.xlsx`);
      const file = new Uint8Array(await new Response(body).arrayBuffer());
      const { sheets } = await readXlsx(file);
      const cells = sheets[0]?.rows.map((row) => row.map((cell) => String(cell ?? "")));
      const plain = Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
      expect(cells?.map((row) => row.join("|"))).toEqual(plain.map((row) => row.join("|")));
    },
  );

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

  it.each([
    ["all", "csv"],
    ["all", "xlsx"],
    ["invalid", "csv"],
    ["invalid", "xlsx"],
  ] as const)(
    "of %s as %s ends in the database when its reader leaves halfway",
    async (segment, format) => {
      await withManyRows(segment, async () => {
        const before = inUse();
        const { body } = await exportSegment(user, runId, { segment, format });
        const reader = body.getReader();
        // A workbook begins with parts that hold no rows.
        while (inUse() === before) await reader.read();
        await reader.cancel();
        await expect.poll(inUse, { timeout: 20_000 }).toBe(before);
        const going = async () => {
          const { rows } = await pool().query(
            `SELECT state, query FROM pg_stat_activity WHERE datname = current_database()
             AND backend_type = 'client backend' AND state <> 'idle' AND pid <> pg_backend_pid()
             AND query ~ 'COPY|contacts|invalid_rows'`,
          );
          return rows;
        };
        await expect.poll(going, { timeout: 20_000 }).toEqual([]);
        const { rows: cursors } = await pool().query(
          "SELECT name FROM pg_cursors WHERE name <> ''",
        );
        expect(cursors).toEqual([]);
      });
    },
  );

  it("that nobody reads on keep no other request waiting, however many they are", async () => {
    await withManyRows("all", async () => {
      const readers = [];
      for (let no = 0; no < 25; no++) {
        const { body } = await exportSegment(user, runId, { segment: "all", format: "csv" });
        const reader = body.getReader();
        // The header, and then the first rows, for which the later ones wait.
        await reader.read();
        const rows = reader.read();
        readers.push({ reader, rows });
      }
      await expect.poll(inUse, { timeout: 20_000 }).toBeGreaterThan(1);
      expect(await listRuns(user, { limit: 1 })).toMatchObject({ items: [{ id: runId }] });
      for (const { reader, rows } of readers) {
        await rows;
        await reader.cancel();
      }
      await expect.poll(inUse, { timeout: 20_000 }).toBe(0);
    });
  });
});

const inUse = () => exportPool().totalCount - exportPool().idleCount;

/** For as long as the work lasts, the run has more rows than any buffer on the way holds. */
async function withManyRows(segment: "all" | "invalid", work: () => Promise<void>): Promise<void> {
  const isAll = segment === "all";
  await pool().query(
    `INSERT INTO ${isAll ? "contacts (run_id, line, e164, country, number_type, kept)" : "invalid_rows (run_id, line, cell, reason)"}
     SELECT $1, 100000 + n, ${isAll ? "'+1900' || (1000000 + n), 'US', 'mobile', '{}'" : "repeat(md5(n::text), 5), 'letters'"}
     FROM generate_series(1, 60000) n`,
    [runId],
  );
  try {
    await work();
  } finally {
    await pool().query(
      `DELETE FROM ${isAll ? "contacts" : "invalid_rows"} WHERE run_id = $1 AND line > 100000`,
      [runId],
    );
  }
}

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

describe("a viewer", () => {
  const page = { limit: 5 };

  it("sees lists of what became of rows, and no number, no cell of them and nothing kept", async () => {
    const viewer = await makeMember(accountId, "viewer");
    const contacts = await listContacts(viewer, runId, page);
    expect(contacts.items[0]).toMatchObject({
      line: 2,
      number: "+1415•••••00",
      outcome: "rcs",
      carrier: "AT&T",
      kept: ["••••", "••••"],
    });
    const invalid = await listInvalid(viewer, runId, page);
    expect(invalid.items).toEqual([
      {
        line: 9_000,
        cell: "••••",
        reason: "scientific_notation",
        title: "Digits lost in Excel",
        detail:
          "Excel turned this number into •••• and dropped its last digits: export the column as text.",
      },
    ]);
    const duplicates = await listDuplicates(viewer, runId, page);
    expect(duplicates.items).toEqual([
      { line: 9_001, cell: "••••", number: "+1415•••••00", keptLine: 2 },
    ]);
    const filtered = await listContacts(viewer, runId, { ...page, outcome: "not_rcs" });
    const told = JSON.stringify([contacts, invalid, duplicates, filtered]);
    expect(told).not.toMatch(/\d{7}/);
    expect(told).not.toContain("Name ");
    const next = await listContacts(viewer, runId, { ...page, cursor: contacts.nextCursor ?? "" });
    expect(next.items.map(({ line }) => line)).toEqual([7, 8, 9, 10, 11]);
  });

  it("can't search by number, which would tell whether it is there, nor export", async () => {
    const viewer = await makeMember(accountId, "viewer");
    for (const read of [
      () => listContacts(viewer, runId, { ...page, q: numbers[0] }),
      () => exportSegment(viewer, runId, { segment: "all", format: "csv" }),
      () => exportSegment(viewer, runId, { segment: "invalid", format: "xlsx" }),
      () => startRun(viewer, runId),
    ]) {
      await expect(read()).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  it("of another account gets nothing at all", async () => {
    const stranger = await makeUser();
    for (const read of [listContacts, listInvalid, listDuplicates]) {
      await expect(read(stranger, runId, page)).rejects.toMatchObject({ code: "not_found" });
    }
  });
});
