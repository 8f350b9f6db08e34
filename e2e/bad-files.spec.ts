import { mkdtemp, open as openFileHandle, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, type Page, test } from "@playwright/test";
import {
  columnsStep,
  csvFile,
  encodedFile,
  expectCounts,
  goToReview,
  keepColumn,
  openFile,
  pickFile,
  runIsDone,
  startRun,
  type TestFile,
  usNumbers,
} from "./audience";
import { chooseOption } from "./choose";
import { takeSegment } from "./download";
import { open } from "./open";
import { resetSandbox, sandboxLog } from "./sandbox";

const good = csvFile("good.csv", ["Phone", ...usNumbers(3)]);

/** One red pixel, as a browser or a phone would save it. */
const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);

async function expectRefused(page: Page, file: TestFile | string, message: RegExp): Promise<void> {
  await open(page, "/runs/new");
  await pickFile(page, file);
  await expect(page.getByText("This file can't be used")).toBeVisible();
  await expect(page.getByText(message)).toBeVisible();
  await expect(columnsStep(page)).toHaveCount(0);

  // The page goes on: the next file is read as if nothing had been.
  await pickFile(page, good);
  await expect(columnsStep(page)).toBeVisible();
  await expect(page.getByText("This file can't be used")).toHaveCount(0);
  await goToReview(page);
  await expectCounts(page, { rows: 3, unique: 3, duplicates: 0, invalid: 0, blank: 0 });
}

for (const { what, file, message } of [
  { what: "an empty file", file: csvFile("empty.csv", []), message: /This file is empty/ },
  {
    what: "only a header",
    file: csvFile("header.csv", ["Name,Phone", ""]),
    message: /only (has )?a header|no rows|header/i,
  },
  {
    what: "a picture",
    file: encodedFile("list.csv", picture),
    message: /This is a picture, not a list/,
  },
  {
    what: "a broken workbook",
    file: encodedFile("list.xlsx", Buffer.from("PK\u0003\u0004 xl/workbook.xml", "latin1")),
    message: /can't be opened as an Excel workbook/,
  },
  {
    what: "a workbook of the old format",
    file: encodedFile("list.xls", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])),
    message: /Excel file in the old format, or one with a password/,
  },
]) {
  test(`${what} is refused in plain words, and a good file works right after`, async ({ page }) => {
    await expectRefused(page, file, message);
  });
}

test("a file over the stated limit is refused at once, and a good file works right after", async ({
  page,
}) => {
  const folder = await mkdtemp(path.join(tmpdir(), "rcs-reach-large-"));
  const large = path.join(folder, "large.csv");
  try {
    const file = await openFileHandle(large, "w");
    await file.truncate(2 * 1024 ** 3);
    await file.close();
    await open(page, "/runs/new");
    await expect(page.getByText(/Up to 1 GB/)).toBeVisible();
    await expectRefused(page, large, /This file has 2\.0 GB; the limit is 1 GB/);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("without a phone column nothing is guessed, and the user can choose one", async ({ page }) => {
  const rows = ["Anna,12,call later", "Ben,7,no", `Cleo,31,${usNumbers(1)[0]}`, "Dora,5,yes"];
  await openFile(page, csvFile("no-phones.csv", ["Name,Visits,Remark", ...rows]));
  await expect(page.getByText("No column looks like phone numbers")).toBeVisible();
  await expect(page.getByRole("button", { name: "Continue" })).toBeDisabled();

  await chooseOption(page, "Column with the phone numbers", "Remark");
  await expect(page.getByText("No column looks like phone numbers")).toHaveCount(0);
  await goToReview(page);
  await expectCounts(page, { rows: 4, unique: 1, duplicates: 0, invalid: 3, blank: 0 });
});

const german = [
  ["Größe", "Telefon", "Straße", "Grußname"],
  ["mittelgroß", "0151 23456789", "Königsallee 5, Düsseldorf", "Jürgen Müller"],
  ["übergroß", "+49 160 1234567", "Schloßstraße 12, Köln", "Käthe Weiß"],
  ["klein", "(0171) 2345678", "Über den Höfen 3, Münster", "Sören Größl"],
];

for (const { what, bytes } of [
  {
    what: "UTF-16LE with a byte-order mark and tabs",
    bytes: Buffer.from(`\ufeff${german.map((row) => row.join("\t")).join("\r\n")}`, "utf16le"),
  },
  {
    what: "Windows-1252 with semicolons",
    // Of these letters, Latin-1 and Windows-1252 have the same bytes.
    bytes: Buffer.from(german.map((row) => row.join(";")).join("\r\n"), "latin1"),
  },
]) {
  test(`${what} is read right, from the header to the export`, async ({ page }) => {
    await resetSandbox(page.request);
    await openFile(page, encodedFile("kunden.csv", bytes));
    await expect(page.getByRole("button", { name: /Column with the phone/ })).toContainText(
      "Telefon",
    );
    await keepColumn(page, "Größe");
    await keepColumn(page, "Grußname");
    await goToReview(page);
    await expectCounts(page, { rows: 3, unique: 3, duplicates: 0, invalid: 0, blank: 0 });
    await startRun(page);
    await runIsDone(page);
    const rows = await takeSegment(page, "All contacts");
    expect(
      rows.map(({ phone, Größe, Grußname, Straße }) => [phone, Größe, Grußname, Straße]),
    ).toEqual([
      ["+4915123456789", "mittelgroß", "Jürgen Müller", undefined],
      ["+491601234567", "übergroß", "Käthe Weiß", undefined],
      ["+491712345678", "klein", "Sören Größl", undefined],
    ]);
    expect((await sandboxLog(page.request)).totals).toMatchObject({ calls: 3, billed: 3 });
  });
}
