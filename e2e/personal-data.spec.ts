import { readFile } from "node:fs/promises";
import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { readXlsx } from "hucre/xlsx";
import type { AccountView } from "../lib/api/accounts";
import type { MadeLink } from "../lib/api/people";
import type { RunView } from "../lib/api/runs";
import { expectAccessible } from "./accessible";
import { connectAccount, removeConnectedAccounts, sandboxAccount } from "./accounts";
import { origin, read, write } from "./api";
import { usNumbers } from "./audience";
import { chooseOption } from "./choose";
import { downloadRows } from "./download";
import { expectVisibleFocus } from "./focus";
import { open, reload } from "./open";
import { removeRuns, startRunOf } from "./runs";
import { resetSandbox } from "./sandbox";
import { signInByHttp, stranger } from "./sign-in";

test.describe.configure({ timeout: 120_000 });
test.beforeEach(async ({ request }) => {
  await resetSandbox(request, { latencyMs: 0 });
  await removeRuns(request);
});

const numbers = usNumbers(4);
const [first = ""] = numbers;

/** Four numbers in a run of their own that has been looked up. */
async function finishedRun(request: APIRequestContext, name: string): Promise<RunView> {
  const run = await startRunOf(request, { name, numbers });
  const status = async () => (await read<RunView>(request, `/api/runs/${run.id}`)).status;
  await expect.poll(status).toBe("done");
  return run;
}

/** Judges a page by the rules of accessibility, wide and narrow, light and dark. */
async function judge(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectVisibleFocus(page);
}

test("a viewer sees charts and lists without numbers, and no export and no start", async ({
  page,
  browser,
}) => {
  const { id: accountId } = await sandboxAccount(page.request);
  const run = await finishedRun(page.request, "Seen by a viewer");
  const email = `viewer-${run.id}@example.com`;
  const { secret } = await write<MadeLink>(
    page.request,
    "POST",
    `/api/accounts/${accountId}/invites`,
    { email, role: "viewer" },
  );
  const password = "a long enough password";
  const context = await browser.newContext({ storageState: stranger, baseURL: origin });
  try {
    await write(context.request, "POST", "/api/invites/join", {
      secret,
      name: "Vera Viewer",
      password,
    });
    await signInByHttp(context.request, { name: "Vera Viewer", email, password });
    const seen = await context.newPage();
    await open(seen, `/runs/${run.id}`);
    await expect(seen.getByRole("heading", { name: "Carriers" })).toBeVisible();
    await expect(seen.getByRole("button", { name: "Export segment" })).toHaveCount(0);
    await seen.getByRole("tab", { name: /^Contacts/ }).click();
    await expect(seen.getByText("Numbers are masked: your role is viewer.")).toBeVisible();
    await expect(seen.getByRole("rowheader").first()).toContainText("•••••");
    await expect(seen.getByRole("searchbox")).toHaveCount(0);
    await expect(seen.getByRole("link", { name: /Export/ })).toHaveCount(0);
    await judge(seen);
    for (const tab of ["overview", "contacts", "invalid", "duplicates"]) {
      const answer = await context.request.get(`/runs/${run.id}?tab=${tab}`);
      const source = await answer.text();
      for (const number of numbers) expect.soft(source, tab).not.toContain(number.slice(1));
    }
    await open(seen, "/settings");
    await expect(seen.getByRole("link", { name: "Erase a number" })).toHaveCount(0);
    expect((await context.request.get("/settings/erase")).status()).toBe(404);
    // What is there while the page is read has been sent by then, so that its status is 200.
    await seen.goto(`/accounts/${accountId}/audit`);
    await expect(seen.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(seen.getByRole("heading", { name: "Audit trail" })).toHaveCount(0);
  } finally {
    await context.close();
  }
});

test("a number is found, erased with a receipt, and told in the audit trail", async ({ page }) => {
  const run = await finishedRun(page.request, "Somebody asks");
  await open(page, "/settings");
  await page.getByRole("link", { name: "Erase a number" }).click();
  await page.getByLabel("Phone number").fill("12");
  await page.getByRole("button", { name: "Find it" }).click();
  await expect(page.getByText(/is a short number|too short/)).toBeVisible();
  await page.getByLabel("Phone number").fill(first);
  await page.getByRole("button", { name: "Find it" }).click();
  await expect(page.getByText("Found in 1 run of 1 account")).toBeVisible();
  await judge(page);
  await page.getByRole("button", { name: "Erase the number" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Erase this number everywhere?" });
  await expect(dialog).toContainText("1 contact will be deleted from 1 run");
  await dialog.getByRole("button", { name: "Erase the number" }).click();
  const receipt = page.getByRole("article", { name: "Receipt" });
  await expect(receipt).toContainText("Contacts deleted");
  await expect(page).toHaveURL(/\?receipts=/);
  await judge(page);
  await reload(page);
  await expect(receipt).toBeVisible();
  expect(await page.content()).not.toContain(first.slice(1));
  const downloading = page.waitForEvent("download");
  await receipt.getByRole("link", { name: "Download" }).click();
  const file = await (await downloading).path();
  expect(JSON.parse(await readFile(file, "utf8"))).toMatchObject({ runs: 1, contacts: 1 });

  await open(page, `/runs/${run.id}`);
  await expect(page.getByText("3 unique, 0 duplicate, 0 invalid, 0 blank, 1 erased")).toBeVisible();

  const { id: accountId } = await sandboxAccount(page.request);
  await open(page, `/accounts/${accountId}`);
  await page.getByRole("link", { name: "Audit trail" }).click();
  const erased = page.getByText("erased one number: 1 row in 1 run").first();
  await expect(erased).toBeVisible();
  await judge(page);
  await chooseOption(page, "Kind", "Exports");
  await expect(erased).toHaveCount(0);
  await expect(page).toHaveURL(/group=exports/);
  await page.goBack();
  await expect(erased).toBeVisible();
  // The file has come before the page is read anew: a reload would overtake the export.
  const rows = await downloadRows(page, page.getByRole("link", { name: "Export as CSV" }));
  expect(rows.map(({ in_words }) => in_words)).toContainEqual(
    expect.stringMatching(/erased one number: 1 row in 1 run$/),
  );
  await reload(page);
  await expect(page.getByText("exported the audit trail as CSV").first()).toBeVisible();
});

test("exports are CSV unless a workbook is chosen, which is remembered", async ({ page }) => {
  const run = await finishedRun(page.request, "Taken away");
  await open(page, `/runs/${run.id}`);
  const menu = page.getByRole("button", { name: "Export segment" });
  await menu.click();
  await expect(page.getByRole("radio", { name: "CSV for systems" })).toBeChecked();
  await expect(page.getByText("The default. Every cell exactly as it is")).toBeVisible();
  const saved = page.waitForResponse((answer) => answer.request().method() === "POST");
  await page.getByText("Excel workbook").click();
  await expect(page.getByText("Safe to open in Excel")).toBeVisible();
  await saved;
  await reload(page);
  await menu.click();
  await expect(page.getByRole("radio", { name: "Excel workbook" })).toBeChecked();
  await expectAccessible(page);
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: /^All contacts/ }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("Taken-away-all.xlsx");
  const { sheets } = await readXlsx(await readFile(await download.path()));
  expect(sheets[0]?.rows.slice(1).map(([phone]) => phone)).toEqual(numbers);
});

test.afterEach(({ request }) => removeConnectedAccounts(request));

test("keeping contacts for less time is confirmed with what is deleted next", async ({ page }) => {
  const account = await connectAccount(page.request);
  await open(page, `/accounts/${account.id}`);
  const days = page.getByRole("textbox", { name: "Days" });
  await days.fill("30");
  await page.getByRole("button", { name: "Save the time" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Keep contacts for 30 days only?" });
  await expect(dialog).toContainText("none is deleted now");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Keep them for less time" }).click();
  await expect(page.getByText("Contacts are kept for 30 days from now on.")).toBeVisible();
  await days.fill("365");
  await page.getByRole("button", { name: "Save the time" }).click();
  await expect(page.getByText("Contacts are kept for 365 days from now on.")).toBeVisible();
  const stored = await read<AccountView>(page.request, `/api/accounts/${account.id}`);
  expect(stored.retentionDays).toBe(365);
});
