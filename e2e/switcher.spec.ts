import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { connectAccount, removeConnectedAccounts, sandboxAccount } from "./accounts";
import { usNumbers } from "./audience";
import { open, reload } from "./open";
import { getRun, startRunOf } from "./runs";
import { resetSandbox } from "./sandbox";

const mine = "Counted by Acme";
const other = "Counted by the sandbox";
let acme = "";

test.beforeAll(async ({ playwright }) => {
  const request = await playwright.request.newContext(test.info().project.use);
  await resetSandbox(request, { latencyMs: 0 });
  acme = (await connectAccount(request)).id;
  const sandbox = await sandboxAccount(request);
  for (const [name, accountId, count] of [
    [mine, acme, 7],
    [other, sandbox.id, 5],
  ] as const) {
    const { id } = await startRunOf(request, { name, numbers: usNumbers(count), accountId });
    await expect.poll(async () => (await getRun(request, id)).status).toBe("done");
  }
  await request.dispose();
});

test.afterAll(async ({ playwright }) => {
  const request = await playwright.request.newContext(test.info().project.use);
  await removeConnectedAccounts(request);
  await request.dispose();
});

const switcher = (page: Page) => page.getByRole("button", { name: /^Account: / });

async function switchTo(page: Page, name: string): Promise<void> {
  await switcher(page).click();
  await page.getByRole("menuitemradio", { name: new RegExp(`^${name}`) }).click();
  await page.keyboard.press("Escape");
  await expect(switcher(page)).toHaveText(name);
}

test("the overview and the list of runs show the chosen account only, also at the next visit", async ({
  page,
}) => {
  await open(page, "/runs");
  const row = (name: string) => page.getByRole("row", { name: new RegExp(name) });
  await expect(row(mine)).toBeVisible();
  await expect(row(other)).toBeVisible();
  await switchTo(page, "Acme Kaleyra");
  await expect(row(other)).toHaveCount(0);
  await expect(row(mine)).toBeVisible();
  await reload(page);
  await expect(switcher(page)).toHaveText("Acme Kaleyra");
  await expect(row(other)).toHaveCount(0);

  await page.getByRole("link", { name: "Overview", exact: true }).click();
  const main = page.getByRole("main");
  await expect(main.getByRole("link", { name: new RegExp(mine) })).toBeVisible();
  await expect(main.getByText("Contacts in runs").locator("..")).toContainText("7");
  await expect(main.getByText(other)).toHaveCount(0);
  await switchTo(page, "All accounts");
  await expect(main.getByRole("link", { name: new RegExp(other) })).toBeVisible();
  await expect(main.getByRole("link", { name: new RegExp(mine) })).toBeVisible();
});

test("the chosen account pays for quick checks, unless another is taken there", async ({
  page,
}) => {
  await open(page, "/lookup");
  const payer = page.getByRole("main").getByRole("button", { name: /Account$/ });
  // Whoever has connected an account wants real answers.
  await expect(payer).toContainText("Acme Kaleyra");
  await switchTo(page, "Kaleyra sandbox");
  await expect(payer).toContainText("Kaleyra sandbox");
  await payer.click();
  await page.getByRole("option", { name: /Acme/ }).click();
  await expect(payer).toContainText("Acme Kaleyra");
  await switchTo(page, "All accounts");
});

test("a cookie that names an account of others shows nothing of it", async ({ page, context }) => {
  await open(page, "/runs");
  await context.addCookies([
    { name: "account", value: "0199f0f0-0000-7000-8000-000000000000", url: page.url() },
  ]);
  await reload(page);
  await expect(switcher(page)).toHaveText("All accounts");
});

test("the switcher and its menu are accessible, and work on a phone", async ({ page }) => {
  await open(page, "/");
  await switcher(page).click();
  await expect(page.getByRole("menu")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  // A menu fades out; until then there would be two.
  await expect(page.getByRole("menu")).toHaveCount(0);
  await page.setViewportSize({ width: 390, height: 844 });
  await switchTo(page, "Acme Kaleyra");
  await switchTo(page, "All accounts");
});

test("with one account there is nothing to switch", async ({ page }) => {
  await removeConnectedAccounts(page.request);
  await open(page, "/");
  await expect(switcher(page)).toHaveCount(0);
});
