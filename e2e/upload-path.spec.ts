import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./accessible";
import {
  columnsStep,
  csvFile,
  expectCounts,
  goToReview,
  keepColumn,
  openFile,
  pickFile,
  reviewFile,
  runIsDone,
  startRun,
  usNumbers,
} from "./audience";
import { chooseOption } from "./choose";
import { open } from "./open";
import { allContacts } from "./runs";
import { resetSandbox } from "./sandbox";
import { workbookFile } from "./workbook";

test.beforeEach(({ request }) => resetSandbox(request));

const national = usNumbers(30).map((number) => number.replace("+1", ""));
const mixed = ["n/a", "12345", "2024-01-31", "1.41555E+10", "call me", national[0], "", "415200"];
const cells = [...national, ...mixed];
const audience = csvFile("path.csv", [
  "Phone,Name,A column with a rather long name",
  ...cells.map((cell, index) => `${cell},Person ${index},some text`),
]);

/** Whether a button is wholly in sight without scrolling. */
async function expectInSight(page: Page, name: string | RegExp): Promise<void> {
  const box = await page.getByRole("button", { name }).boundingBox();
  const view = page.viewportSize();
  if (!box || !view) throw new Error(`${name} is not shown.`);
  expect(box.y).toBeGreaterThanOrEqual(0);
  expect(box.y + box.height, `${name} at ${view.width} × ${view.height}`).toBeLessThanOrEqual(
    view.height,
  );
}

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
]) {
  test(`each step shows its main action at ${viewport.width} × ${viewport.height}, and nothing jumps`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    await page.addInitScript(() => {
      const shifts = { sum: 0 };
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const { value, hadRecentInput } = entry as unknown as {
            value: number;
            hadRecentInput: boolean;
          };
          if (!hadRecentInput) shifts.sum += value;
        }
      }).observe({ type: "layout-shift", buffered: true });
    });
    await open(page, "/runs/new");
    await expectInSight(page, "Choose a file");
    await expectInSight(page, "Use these numbers");
    await pickFile(page, audience);
    await expect(page.getByRole("heading", { name: "Before and after" })).toBeVisible();
    await expectInSight(page, "Continue");
    await goToReview(page);
    await expectInSight(page, /^Start /);
    await expect(page.getByLabel("Name of the run")).toBeInViewport();
    const { sum } = await page.evaluate(
      () => (window as unknown as { shifts: { sum: number } }).shifts,
    );
    expect(sum).toBeLessThan(0.02);
  });
}

test("going back loses nothing: neither choices nor the name of the run", async ({ page }) => {
  await openFile(page, audience);
  await keepColumn(page, "Name");
  await page.getByRole("radio", { name: "Keep the last row" }).check({ force: true });
  await goToReview(page);
  await page.getByLabel("Name of the run").fill("Spring campaign");
  await page.getByRole("button", { name: "File", exact: true }).click();
  await expect(page.getByText("path.csv")).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel("Name of the run")).toHaveValue("Spring campaign");
  await page.getByRole("button", { name: "Back" }).click();
  await expect(columnsStep(page)).toBeVisible();
  await expect(page.getByRole("radio", { name: "Keep the last row" })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: /^Name/ })).toBeChecked();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByLabel("Name of the run")).toHaveValue("Spring campaign");
});

test("a returning user passes in three clicks, with the settings of the last time", async ({
  page,
}) => {
  const lines = (from: number) => [
    "Work,Mobile,Segment",
    ...usNumbers(from + 4)
      .slice(from)
      .map((number) => `${number},${number.replace("+1415", "+1416")},VIP`),
  ];
  await openFile(page, csvFile("monday.csv", lines(100)));
  await chooseOption(page, "Column with the phone numbers", "Work");
  await keepColumn(page, "Segment");
  await goToReview(page);
  await startRun(page);

  await open(page, "/runs/new");
  // One: the file.
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose a file" }).click();
  await (await chooser).setFiles(csvFile("tuesday.csv", lines(200)));
  await expect(page.getByText("Same settings as your last list with these columns")).toBeVisible();
  await expect(page.getByRole("button", { name: /Column with the phone/ })).toContainText("Work");
  // Two and three.
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: /^Start 4 lookups/ }).click();
  await page.waitForURL(/\/runs\/[0-9a-f-]{36}/);
  await runIsDone(page);
  const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  expect((await allContacts(page.request, id)).map(({ kept }) => kept)).toEqual(
    Array.from({ length: 4 }, () => ["VIP"]),
  );

  // What was remembered can be taken back.
  await openFile(page, csvFile("wednesday.csv", lines(300)));
  await page.getByRole("button", { name: "Reset" }).click();
  await expect(page.getByRole("button", { name: /Column with the phone/ })).toContainText("Mobile");
  await expect(page.getByRole("checkbox", { name: /^Segment/ })).not.toBeChecked();
});

test("row 8: kinds of number are kept or left out by a choice that is seen, with their counts", async ({
  page,
}) => {
  const kinds = ["8002345678", "8002345679", "9002345678", "4152000001", "+442079460018"];
  await openFile(page, csvFile("kinds.csv", ["Phone", ...national.slice(1), ...kinds]));
  const group = page.getByRole("group", { name: "Number types to look up" });
  await expect(group.getByRole("checkbox", { name: "Toll-free 2" })).toBeChecked();
  await expect(group.getByRole("checkbox", { name: "Premium rate 1" })).toBeChecked();
  await group.getByRole("checkbox", { name: "Toll-free 2" }).uncheck({ force: true });
  await group.getByRole("checkbox", { name: /^Landline 1/ }).uncheck({ force: true });
  await goToReview(page);
  await expect(page.getByRole("table", { name: "Invalid rows" })).toContainText(
    "You left out numbers of this type",
  );
  await expectCounts(page, { rows: 34, unique: 30, duplicates: 1, invalid: 3, blank: 0 });
});

test("the keyboard alone leads from the list to the segment", async ({ page }) => {
  await open(page, "/runs/new");
  await tabTo(page, "textbox", "Or paste a column of numbers");
  await page.keyboard.insertText("4152000001\n4152000002\n12345");
  await tabTo(page, "button", "Use 3 lines");
  await page.keyboard.press("Enter");
  await expect(columnsStep(page)).toBeFocused();
  await tabTo(page, "button", "Country for numbers without a +");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox")).toBeFocused();
  await page.keyboard.type("Canada");
  await expect(page.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await tabTo(page, "button", "Continue");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Is this your audience?" })).toBeFocused();
  await tabTo(page, "button", "Correct line 3");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Number in line 3")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Correct line 3" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("4152000003");
  await expect(page.getByText("Becomes +14152000003")).toBeVisible();
  await page.keyboard.press("Enter");
  await expectCounts(page, { rows: 3, unique: 3, duplicates: 0, invalid: 0, blank: 0 });
  await expect(page.getByRole("button", { name: "Undo line 3" })).toBeFocused();
  await tabTo(page, "button", "Start 3 lookups");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/runs\/[0-9a-f-]{36}/);
  await runIsDone(page);
  await tabTo(page, "button", "Export segment");
  await page.keyboard.press("Enter");
  await tabTo(page, "link", /^All contacts/);
  const downloading = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  await downloading;
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Export segment" })).toBeFocused();
});

/** Goes on with Tab until the focus is on what bears a name. */
async function tabTo(
  page: Page,
  role: "button" | "textbox" | "link",
  name: string | RegExp,
): Promise<void> {
  const wanted = page.getByRole(role, { name });
  for (let presses = 0; presses < 60; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${name}.`);
}

test("what comes of each step is announced", async ({ page }) => {
  await reviewFile(page, audience);
  await expect(page.getByRole("status").filter({ hasText: "30 usable, 6 invalid" })).toHaveCount(1);
  await page.getByRole("button", { name: "Correct line 32" }).click();
  await page.getByLabel("Number in line 32").fill("4153000001");
  await expect(page.getByRole("status").filter({ hasText: "Becomes +14153000001" })).toHaveCount(1);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(
    page.getByRole("status").filter({ hasText: "31 usable, 5 invalid, 1 corrected" }),
  ).toHaveCount(1);
  await open(page, "/runs/new");
  await pickFile(page, csvFile("empty.csv", []));
  await expect(page.getByRole("alert").filter({ hasText: "This file is empty" })).toHaveCount(1);
});

test("the steps of an upload are accessible in every state", async ({ page }) => {
  test.setTimeout(180_000);
  await open(page, "/runs/new");
  await pickFile(page, csvFile("empty.csv", []));
  await expect(page.getByText("This file is empty")).toBeVisible();
  await expectAccessible(page);

  await pickFile(
    page,
    await workbookFile("two.xlsx", {
      One: [
        ["Phone", "Name"],
        ["4152000001", "Ann"],
        ["4152000002", "Bob"],
      ],
      Two: [["Phone"], [1]],
    }),
  );
  await expect(page.getByRole("heading", { name: "Before and after" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "File", exact: true }).click();
  await expectAccessible(page);

  await openFile(page, audience);
  await goToReview(page);
  await page.getByRole("button", { name: "Correct line 32" }).click();
  await page.getByLabel("Number in line 32").fill("4153000001");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("table", { name: "Invalid rows" })).toContainText("Corrected");
  await expectAccessible(page);
});
