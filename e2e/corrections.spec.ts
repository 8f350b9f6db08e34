import { expect, type Page, test } from "@playwright/test";
import { read } from "./api";
import {
  csvFile,
  expectCounts,
  goToReview,
  keepColumn,
  openFile,
  reviewFile,
  runIsDone,
  startRun,
  usNumbers,
} from "./audience";
import { chooseCountry } from "./choose";
import { allContacts } from "./runs";
import { resetSandbox } from "./sandbox";

test.beforeEach(({ request }) => resetSandbox(request));

const national = usNumbers(12).map((number) => number.replace("+1", ""));
const audience = csvFile("mend.csv", [
  "Phone,Name",
  ...national.map((number, index) => `${number},N${index}`),
  "n/a,Ann",
  "0151 23456789,Ben",
  "12345,Cleo",
  "415200,Dora",
]);
const invalid = (page: Page) => page.getByRole("table", { name: "Invalid rows" });
const rowOf = (page: Page, line: number) =>
  invalid(page)
    .getByRole("row")
    .filter({ has: page.getByRole("cell", { name: String(line), exact: true }) });

test("a cell is corrected in place and counted again, and what is uploaded is the corrected list", async ({
  page,
}) => {
  await openFile(page, audience);
  await keepColumn(page, "Name");
  await goToReview(page);
  await expectCounts(page, { rows: 16, unique: 12, duplicates: 0, invalid: 4, blank: 0 });

  await page.getByRole("button", { name: "Correct line 14" }).click();
  const field = page.getByLabel("Number in line 14");
  await expect(field).toBeFocused();
  await field.fill("(415) 300-00");
  await expect(page.getByText("too short for United States")).toBeVisible();
  // What is not a number is not saved, by no way.
  await page.getByRole("button", { name: "Save" }).click();
  await expect(field).toBeFocused();
  await expect(page.getByText("too short for United States")).toBeVisible();
  await field.fill("(415) 300-0001");
  await expect(page.getByText("Becomes +14153000001, United States")).toBeVisible();
  await page.keyboard.press("Enter");
  await expectCounts(page, { rows: 16, unique: 13, duplicates: 0, invalid: 3, blank: 0 });
  await expect(rowOf(page, 14)).toContainText("Corrected");
  // The keyboard goes on with the next row.
  await expect(page.getByRole("button", { name: "Correct line 15" })).toBeFocused();

  await page.keyboard.press("Enter");
  await chooseCountry(page, "Read as a number of", "Germany");
  await expect(page.getByText("Becomes +4915123456789, Germany")).toBeVisible();
  await page.getByRole("button", { name: "Save" }).click();
  await expectCounts(page, { rows: 16, unique: 14, duplicates: 0, invalid: 2, blank: 0 });

  // The number of another row, in another spelling: a duplicate.
  await page.getByRole("button", { name: "Correct line 16" }).click();
  await page.getByLabel("Number in line 16").fill("+1 415 300 0001");
  await page.keyboard.press("Enter");
  await expectCounts(page, { rows: 16, unique: 14, duplicates: 1, invalid: 1, blank: 0 });

  const id = await startRun(page);
  await runIsDone(page);
  const contacts = await allContacts(page.request, id);
  expect(contacts.slice(12).map(({ number, kept }) => [number, kept])).toEqual([
    ["+14153000001", ["Ann"]],
    ["+4915123456789", ["Ben"]],
  ]);
  expect(await read(page.request, `/api/runs/${id}/invalid`)).toMatchObject({
    items: [{ line: 17, cell: "415200" }],
  });
});

test("corrections survive going back and other choices, and can be undone", async ({ page }) => {
  await reviewFile(page, audience);
  await page.getByRole("button", { name: "Correct line 14" }).click();
  await page.getByLabel("Number in line 14").fill("(415) 300-0001");
  await page.getByRole("button", { name: "Save" }).click();
  await expectCounts(page, { rows: 16, unique: 13, duplicates: 0, invalid: 3, blank: 0 });

  await page.getByRole("button", { name: "Back" }).click();
  await page.getByRole("radio", { name: "Keep the last row" }).check({ force: true });
  await goToReview(page);
  await expectCounts(page, { rows: 16, unique: 13, duplicates: 0, invalid: 3, blank: 0 });
  await expect(rowOf(page, 14)).toContainText("n/a (415) 300-0001");
  await page.getByRole("button", { name: "Undo line 14" }).click();
  await expectCounts(page, { rows: 16, unique: 12, duplicates: 0, invalid: 4, blank: 0 });
  await expect(page.getByRole("button", { name: "Correct line 14" })).toBeFocused();
});

test("invalid rows are shown by reason", async ({ page }) => {
  await reviewFile(page, audience);
  await page.getByRole("radio", { name: "Short code 2" }).click();
  await expect(invalid(page).getByRole("row")).toHaveCount(3);
  await expect(rowOf(page, 16)).toContainText("12345");
  await page.getByRole("radio", { name: "Too long 1" }).click();
  await expect(invalid(page).getByRole("row")).toHaveCount(2);
  await expect(rowOf(page, 15)).toContainText("0151 23456789");
});

test("the country of all is changed on the review, and counted again", async ({ page }) => {
  const german = ["0151 23456789", "0160 1234567", "0171 2345678"];
  await reviewFile(page, csvFile("country.csv", ["Phone", ...german, "+14152000001", "n/a"]));
  await chooseCountry(page, "Country for numbers without a +", "France");
  await expect(page.getByRole("button", { name: /^Start 1 lookup/ })).toBeVisible();
  await expectCounts(page, { rows: 5, unique: 1, duplicates: 0, invalid: 4, blank: 0 });
  await chooseCountry(page, "Country for numbers without a +", "Germany");
  await expectCounts(page, { rows: 5, unique: 4, duplicates: 0, invalid: 1, blank: 0 });
});

/** One number in seven rows, of which six are duplicates: one more than are shown at first. */
const repeated = csvFile("repeated.csv", ["Phone", "n/a", ...Array(7).fill("(415) 200-0001")]);
const duplicates = (page: Page) => page.getByRole("table", { name: "Duplicates" });

/** Makes line 2 the first row of the number that stands in all the others. */
async function correctLine2(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Correct line 2" }).click();
  await page.getByLabel("Number in line 2").fill("4152000001");
  await page.getByRole("button", { name: "Save" }).click();
  await expectCounts(page, { rows: 8, unique: 1, duplicates: 7, invalid: 0, blank: 0 });
}

async function expectDuplicatesOfLine2(page: Page): Promise<void> {
  const rows = duplicates(page).getByRole("row");
  await expect(rows).toHaveCount(8);
  for (const [index, row] of (await rows.all()).slice(1).entries()) {
    await expect(row.getByRole("cell").first()).toHaveText(String(index + 3));
    await expect(row.getByRole("cell").last()).toHaveText("2");
  }
}

test("all duplicates are shown on demand, and anew after a correction", async ({ page }) => {
  await reviewFile(page, repeated);
  await expect(duplicates(page).getByRole("row")).toHaveCount(6);
  await page.getByRole("button", { name: "Show more" }).click();
  await expect(duplicates(page).getByRole("row")).toHaveCount(7);
  await correctLine2(page);
  await expectDuplicatesOfLine2(page);
  await expect(page.getByRole("button", { name: "Show more" })).toHaveCount(0);
});

test("duplicates of an earlier count that come late are not shown", async ({ page }) => {
  await page.addInitScript(() => {
    const { addEventListener } = Worker.prototype;
    let isFirst = true;
    Worker.prototype.addEventListener = function (type: string, listener: unknown) {
      const tell = listener as (event: Event) => void;
      addEventListener.call(this, type, (event) => {
        if (!isFirst || (event as MessageEvent).data?.type !== "page") return tell(event);
        isFirst = false;
        Object.assign(window, { letGo: () => tell(event) });
      });
    };
  });
  await reviewFile(page, repeated);
  await page.getByRole("button", { name: "Show more" }).click();
  await page.waitForFunction(() => "letGo" in window);
  await correctLine2(page);
  await expectDuplicatesOfLine2(page);
  await page.evaluate(async () => {
    (window as unknown as { letGo: () => void }).letGo();
    // Time enough to show what it should not.
    await new Promise((resolve) => setTimeout(resolve, 300));
  });
  await expectDuplicatesOfLine2(page);
});
