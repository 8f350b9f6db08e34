import { expect, type Locator, type Page, test } from "@playwright/test";
import { answerFor } from "../sandbox/answers";
import { connectAccount, removeConnectedAccounts } from "./accounts";
import { csvFile, nationally, runIsDone, startRun, usNumbers } from "./audience";
import { downloadRows } from "./download";
import { open } from "./open";
import { resetSandbox } from "./sandbox";

// A telephone: 390 pixels wide, and fingers.
test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

const numbers = usNumbers(40);
const reachable = numbers.filter((number) => answerFor(number).rcs);
const audience = csvFile("narrow.csv", [
  "Name,Phone",
  ...numbers.map((number, index) => `Person ${index},${nationally(number)}`),
  "Nobody,n/a",
]);

/** Everything stands within the screen's width: nothing is read by scrolling sideways. */
async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, new URL(page.url()).pathname).toBeLessThanOrEqual(390);
}

/** The bar at the foot of the screen, in the reach of a thumb. */
const place = (page: Page, name: string): Locator =>
  page.getByRole("navigation").getByRole("link", { name, exact: true }).filter({ visible: true });

test("the name of an account, however long, pushes nothing of the quick check out of sight", async ({
  page,
}) => {
  const { name } = await connectAccount(page.request, { name: "Kaleyra ".repeat(10).trim() });
  try {
    await open(page, "/lookup");
    const account = page.getByRole("button", { name: /Account/ }).filter({ visible: true });
    await account.last().tap();
    await page.getByRole("option", { name }).tap();
    await expect(account.last()).toContainText("Kaleyra Kaleyra");
    const box = await page.getByRole("main").locator("form").boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  } finally {
    await removeConnectedAccounts(page.request);
  }
});

test("on a phone a list is checked, its result read, and the segment taken", async ({ page }) => {
  await resetSandbox(page.request, { latencyMs: 0 });
  await open(page, "/");
  await expectNoSidewaysScroll(page);
  await page
    .getByRole("link", { name: "Check an audience" })
    .filter({ visible: true })
    .first()
    .tap();
  await page.waitForURL(/\/runs\/new/);
  await expectNoSidewaysScroll(page);
  await page.locator("input[type=file]").setInputFiles(audience);
  await page.getByRole("button", { name: "Continue" }).tap();
  await expect(page.getByRole("status").getByText("40 usable, 1 invalid")).toBeAttached();
  await expectNoSidewaysScroll(page);
  await expect(page.getByRole("button", { name: /^Start / })).toBeInViewport();
  // One bar at the foot, with what the start costs.
  await expect(page.getByText("Estimated cost Free")).toBeInViewport();
  await expect(page.getByRole("navigation", { name: "Main" })).toHaveCount(0);
  await startRun(page);
  await runIsDone(page);
  await expect(page.getByText(`${reachable.length} of 40 contacts`)).toBeInViewport();
  await expectNoSidewaysScroll(page);

  for (const tab of ["Contacts", "Invalid", "Lookups"]) {
    await page.getByRole("tab", { name: new RegExp(`^${tab}`) }).tap();
    await expect(page.getByRole("tabpanel")).toBeVisible();
    await expectNoSidewaysScroll(page);
  }
  const id = new URL(page.url()).pathname;
  // The row of tabs is wider than the screen: the chosen one is in sight all the same.
  await open(page, `${id}?tab=lookups`);
  await expect(page.getByRole("tab", { selected: true })).toBeInViewport({ ratio: 0.9 });
  // What a tab holds is in the first screen, below the result in one sentence.
  await open(page, `${id}?tab=contacts`);
  await expect(page.getByText(`${reachable.length} of 40 contacts`)).toBeInViewport();
  await expect(page.getByRole("rowheader").filter({ hasText: numbers[0] })).toBeInViewport();
  await page.getByRole("button", { name: "Export segment" }).tap();
  const rows = await downloadRows(page, page.getByRole("link", { name: /^Reachable on RCS/ }));
  expect(rows.map(({ phone }) => phone)).toEqual(reachable);
});

test("on a phone one number is checked", async ({ page }) => {
  await resetSandbox(page.request, { latencyMs: 0 });
  await open(page, "/");
  await place(page, "Quick check").tap();
  await page.waitForURL(/\/lookup/);
  await page.getByRole("textbox", { name: "Phone number" }).fill(reachable[0] ?? "");
  await page.getByRole("button", { name: "Check now" }).tap();
  await expect(page.getByText("Reachable on RCS").first()).toBeInViewport();
  await expectNoSidewaysScroll(page);
});
