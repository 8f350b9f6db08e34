import { expect, test } from "@playwright/test";
import {
  columnsStep,
  csvFile,
  expectCounts,
  goToReview,
  openFile,
  runIsDone,
  startRun,
  usNumbers,
} from "./audience";
import { chooseOption } from "./choose";
import { open } from "./open";
import { allContacts } from "./runs";
import { resetSandbox } from "./sandbox";
import { dragOver, dropOn, pasteOn } from "./transfer";
import { workbookFile } from "./workbook";

test.beforeEach(({ request }) => resetSandbox(request));

const list = ["Phone,Name", "(415) 200-0001,Ann", "(415) 200-0002,Bob"].join("\n");

test("an Excel workbook: numbers are read whole, texts keep their zeros and their plus", async ({
  page,
}) => {
  const file = await workbookFile("crm.xlsx", {
    List: [
      ["Name", "Phone"],
      ["Ann", 14152000001],
      ["Bob", "0014152000002"],
      ["Cleo", "+14152000003"],
      ["Dan", 4152000004],
      [null, null],
      ["Eve", "n/a"],
    ],
  });
  await openFile(page, file);
  await expect(page.getByText("14152000001").first()).toBeVisible();
  await goToReview(page);
  await expectCounts(page, { rows: 6, unique: 4, duplicates: 0, invalid: 1, blank: 1 });
  const id = await startRun(page);
  await runIsDone(page);
  expect((await allContacts(page.request, id)).map(({ number }) => number)).toEqual(
    [1, 2, 3, 4].map((last) => `+1415200000${last}`),
  );
});

test("a workbook with several sheets: the first is taken, another can be chosen", async ({
  page,
}) => {
  const file = await workbookFile("sheets.xlsx", {
    Customers: [["Phone"], [14152000001], [14152000002]],
    Leads: [
      ["Mobile", "Since"],
      ["(415) 200-0003", 2024],
    ],
    Empty: [],
  });
  await openFile(page, file);
  await expect(page.getByRole("button", { name: /Customers.*Sheet/ })).toBeVisible();
  await expect(page.getByText("2 usable in 2 rows")).toBeVisible();
  await chooseOption(page, "Sheet", "Empty");
  await expect(page.getByText("The sheet “Empty” has no rows")).toBeVisible();
  await chooseOption(page, "Sheet", "Leads");
  await expect(page.getByText("1 usable in 1 row")).toBeVisible();
  await expect(page.getByRole("button", { name: /Column with the phone/ })).toContainText("Mobile");
  await goToReview(page);
  await expectCounts(page, { rows: 1, unique: 1, duplicates: 0, invalid: 0, blank: 0 });
});

test("a column of numbers is pasted into the field", async ({ page }) => {
  await open(page, "/runs/new");
  await page
    .getByLabel("Or paste a column of numbers")
    .fill("(415) 200-0001\n+14152000002\n415.200.0003\n");
  await page.getByRole("button", { name: "Use 3 lines" }).click();
  await expect(columnsStep(page)).toBeVisible();
  await goToReview(page);
  await expectCounts(page, { rows: 3, unique: 3, duplicates: 0, invalid: 0, blank: 0 });
  await expect(page.getByLabel("Name of the run")).toHaveValue("Pasted numbers");

  // Going back loses nothing.
  await page.getByRole("button", { name: "File", exact: true }).click();
  await expect(page.getByLabel("Or paste a column of numbers")).toHaveValue(/415\.200\.0003/);
});

test("copied cells are pasted anywhere on the page", async ({ page }) => {
  await open(page, "/runs/new");
  await pasteOn(page, "main", { data: { "text/plain": "Ann\t(415) 200-0001\nBob\t4152000002" } });
  await expect(columnsStep(page)).toBeVisible();
  await expect(page.getByText("2 usable in 2 rows")).toBeVisible();
});

test("a file is dropped anywhere: on the side bar, and on a later step", async ({ page }) => {
  await open(page, "/runs/new");
  await dragOver(page, "aside", { files: [{ name: "mail.csv", text: list }] });
  await expect(page.getByText("Drop to read the list")).toBeVisible();
  await dropOn(page, "aside", { files: [{ name: "mail.csv", text: list }] });
  await expect(columnsStep(page)).toBeVisible();
  await expect(page.getByText("Drop to read the list")).toHaveCount(0);
  await expect(page.getByText("2 usable in 2 rows")).toBeVisible();

  await dropOn(page, "main", { files: [{ name: "other.csv", text: `${list}\n4152000003,Cleo` }] });
  await expect(page.getByText("3 usable in 3 rows")).toBeVisible();
});

test("lines dragged from a mail are a list, and a link to an attachment is none", async ({
  page,
}) => {
  await open(page, "/runs/new");
  await dropOn(page, "main", {
    data: { "text/plain": "https://mail.example/attachment/list.csv" },
  });
  await expect(page.getByText("Save the file first")).toBeVisible();
  await dropOn(page, "main", { data: { "text/plain": "+14152000001\n+14152000002" } });
  await expect(columnsStep(page)).toBeVisible();
  await expect(page.getByText("2 usable in 2 rows")).toBeVisible();
});

test("the sample list is one press away", async ({ page }) => {
  await open(page, "/runs/new");
  await page.getByRole("button", { name: "Try the sample list" }).click();
  await expect(columnsStep(page)).toBeVisible();
  await goToReview(page);
  await expectCounts(page, { rows: 62, unique: 42, duplicates: 4, invalid: 14, blank: 2 });
});

test("workers that a large list needs start when a file is being chosen, not with the page", async ({
  page,
}) => {
  await openFile(page, csvFile("small.csv", ["Phone", ...usNumbers(3)]));
  expect(page.workers()).toHaveLength(1);
  await page.getByRole("button", { name: "Back" }).click();
  const isChoosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose another file" }).click();
  await isChoosing;
  await expect.poll(() => page.workers().length).toBeGreaterThan(1);
});

test("row 9: a million rows are read with progress, and the page answers meanwhile", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const rows = 1_000_000;
  const cells = Array.from({ length: rows }, (_, index) => {
    if (index % 100 === 0) return "n/a";
    if (index % 100 === 1) return "";
    // Every tenth number stands there twice.
    return String(2_012_000_000 + (index % 10 === 9 ? index - 1 : index));
  });
  await openFile(page, csvFile("million.csv", ["Phone", ...cells]));
  await chooseOptionIfBlank();
  const proceed = page.getByRole("button", { name: "Continue" });
  await proceed.click();
  await expect(page.getByRole("progressbar", { name: "Reading every row" })).toBeVisible();
  // A frozen page could not take this press before the end.
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(columnsStep(page)).toBeVisible();
  await proceed.click();
  await expect(page.getByRole("heading", { name: "Is this your audience?" })).toBeVisible({
    timeout: 120_000,
  });
  const counts = await page.evaluate(() =>
    [...document.querySelectorAll("main p > span:first-child")].map((span) =>
      Number(span.textContent?.replaceAll(",", "")),
    ),
  );
  const [all = 0, unique = 0, duplicates = 0, invalid = 0, blank = 0] = counts;
  expect(all).toBe(rows);
  expect(invalid).toBeGreaterThanOrEqual(rows / 100);
  expect(blank).toBe(rows / 100);
  expect(duplicates).toBeGreaterThan(0);
  expect(unique + duplicates + invalid + blank).toBe(rows);

  async function chooseOptionIfBlank() {
    const country = page.getByRole("button", { name: /Country for numbers without/ });
    if (!(await country.innerText()).includes("Choose")) return;
    await country.click();
    await page.getByPlaceholder("Name, code or +").fill("United States");
    await page.getByRole("option", { name: "United States" }).first().click();
  }
});
