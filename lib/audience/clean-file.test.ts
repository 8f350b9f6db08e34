import { writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import type { ReadyOptions } from "./clean";
import { cleanFile } from "./clean-file";
import { readHead } from "./head";
import { READ_BYTES } from "./limits";
import type { CleanProgress } from "./protocol";

const OPTIONS: ReadyOptions = {
  hasHeader: true,
  phoneColumn: 0,
  countryColumn: null,
  defaultCountry: "US",
  keptColumns: [1],
  keep: "first",
  excludedTypes: [],
  corrections: [],
};

async function clean(file: File, signal = new AbortController().signal) {
  const progress: CleanProgress[] = [];
  const head = await readHead(file);
  const context = { signal, onProgress: (value: CleanProgress) => progress.push(value) };
  return { ...(await cleanFile(file, head, OPTIONS, context)), progress };
}

/** Rows with characters of several bytes, so that pieces end within one. */
function longFile(rows: number, newline = "\n"): File {
  const lines = Array.from(
    { length: rows },
    (_, n) => `415555${2000 + (n % 1000)},"Zoë 李雷 📱 ${n}"`,
  );
  return new File([["Phone,Name", ...lines, ""].join(newline)], "long.csv");
}

describe("cleanFile", () => {
  it("reads a file of several pieces as one: no character, row or line number is lost", async () => {
    const rows = 100_000;
    const file = longFile(rows, "\r\n");
    expect(file.size).toBeGreaterThan(2 * READ_BYTES);
    const { audience, review, progress } = await clean(file);
    expect(review.counts).toEqual({
      rows,
      unique: 1_000,
      duplicates: rows - 1_000,
      invalid: 0,
      blank: 0,
    });
    expect(audience.page("contacts", 999, 1)[0]).toMatchObject({
      line: 1001,
      e164: "+14155552999",
      kept: ["Zoë 李雷 📱 999"],
    });
    expect(audience.page("duplicates", rows - 1001, 1)[0]).toMatchObject({
      line: rows + 1,
      keptLine: 1001,
    });
    expect(progress.at(-1)).toEqual({ bytesRead: file.size, bytesTotal: file.size, rows });
  });

  it("carries aggregates, names and the first 200 rows of each list in the review", async () => {
    const { review } = await clean(longFile(5_000));
    expect(review.keptNames).toEqual(["Name"]);
    expect(review.samples.contacts).toHaveLength(200);
    expect(review.samples.duplicates).toHaveLength(200);
    expect(review.samples.invalid).toHaveLength(0);
    expect(review.countries).toEqual([{ country: "US", contacts: 1_000 }]);
  });

  it("names ragged rows and broken quotes", async () => {
    const { review } = await clean(
      new File(['Phone,Name\n4155552671\n4155552672,"Ann\n1,2,3\n'], "a"),
    );
    expect(review.ragged).toEqual({ rows: 2, lines: [2, 4] });
    expect(review.brokenQuotes).toEqual({ rows: 1, lines: [3] });
    expect(review.counts).toMatchObject({ rows: 3, unique: 2, invalid: 1 });
  });

  it("recognises the same content, whatever its name, and tells other content apart", async () => {
    const text = await longFile(1_000).text();
    const print = async (parts: string[], name: string) =>
      (await clean(new File(parts, name))).review.fingerprint;
    const first = await print([text], "a.csv");
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(await print([text], "b.csv")).toBe(first);
    expect(await print([text, "x"], "a.csv")).not.toBe(first);
  });

  it("reads a workbook like a text file of the same rows, with numbers whole", async () => {
    const rows = [
      ["Phone", "Name"],
      [14155552671, "Ann"],
      ["+1 415 555 2672", "Bob"],
      ["1.41555E+10", "Cleo"],
      [null, null],
      ["(415) 555-2671", "Dan"],
    ];
    const workbook = await writeXlsx({ sheets: [{ name: "List", rows }] });
    const asWorkbook = await clean(new File([workbook.slice()], "list.xlsx"));
    const csv = rows.map((row) => row.map((cell) => cell ?? "").join(",")).join("\n");
    const asText = await clean(new File([csv], "list.csv"));
    expect(asWorkbook.review.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect({ ...asWorkbook.review, fingerprint: null }).toEqual({
      ...asText.review,
      fingerprint: null,
    });
    expect(asWorkbook.review.counts).toMatchObject({ rows: 5, unique: 2, blank: 1 });
  });

  it("tells two sheets of one workbook apart", async () => {
    const sheet = (name: string) => ({ name, rows: [["Phone"], ["4155552671"]] });
    const workbook = await writeXlsx({ sheets: [sheet("A"), sheet("B")] });
    const file = new File([workbook.slice()], "list.xlsx");
    const { signal } = new AbortController();
    const prints = await Promise.all(
      ["A", "B"].map(async (name) => {
        const context = { signal, onProgress: () => undefined };
        return (await cleanFile(file, await readHead(file, name), OPTIONS, context)).review
          .fingerprint;
      }),
    );
    expect(prints[0]).not.toBe(prints[1]);
  });

  it("stops between two pieces when it is cancelled", async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(clean(longFile(10), controller.signal)).rejects.toHaveProperty(
      "name",
      "AbortError",
    );
  });
});
