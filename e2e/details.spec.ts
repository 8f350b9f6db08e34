import { expect, type Locator, type Page, test } from "@playwright/test";
import type { DetailsView } from "../lib/api/details";
import { answerFor } from "../sandbox/answers";
import { expectAccessible } from "./accessible";
import { connectAccount, removeConnectedAccounts, sandboxAccount } from "./accounts";
import { read, write } from "./api";
import { usNumbers } from "./audience";
import { takeSegment } from "./download";
import { open, reload } from "./open";
import { allContacts, getRun, startRunOf } from "./runs";
import { resetSandbox, sandboxLog, setSandbox } from "./sandbox";

const numbers = usNumbers(30);
const reachable = numbers.filter((number) => answerFor(number).rcs);
const count = reachable.length;
const price = 0.002;

test.afterEach(async ({ request }) => {
  await resetSandbox(request);
  await removeConnectedAccounts(request);
});

/** A run that has its RCS answers, of an account whose number details have a price. */
async function openCheckedRun(page: Page, name: string): Promise<string> {
  await resetSandbox(page.request, { latencyMs: 0 });
  const account = await connectAccount(page.request, { pricePerDetail: price });
  const { id } = await startRunOf(page.request, { name, numbers, accountId: account.id });
  await expect.poll(async () => (await getRun(page.request, id)).status).toBe("done");
  await open(page, `/runs/${id}`);
  await resetSandbox(page.request, { latencyMs: 0 });
  return id;
}

async function openDialog(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "Look up number details" }).first().click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("Contacts chosen")).toBeVisible();
  return dialog;
}

async function startLookup(page: Page): Promise<void> {
  const dialog = await openDialog(page);
  await dialog.getByRole("button", { name: `Look up ${count} numbers` }).click();
  await expect(dialog).toHaveCount(0);
}

const passCard = (page: Page) => page.getByRole("region", { name: "Lookup of number details" });
const lookups = async (page: Page) => (await sandboxLog(page.request)).byOperation;

test("from the click to the export: shown, priced, asked once, in the rows and in the file", async ({
  page,
}) => {
  const id = await openCheckedRun(page, "Details");
  const dialog = await openDialog(page);
  await expect(dialog).toContainText(`To be asked, each may be billed${count}`);
  await expect(dialog).toContainText(`$${Number((count * price).toFixed(6))}`);
  await expectAccessible(page);
  expect(await lookups(page)).toEqual({});

  await dialog.getByRole("button", { name: `Look up ${count} numbers` }).click();
  await expect(passCard(page)).toContainText(
    `The details of ${count} of ${count} numbers are known.`,
  );
  await expect(passCard(page)).toContainText(`${count} billed`);
  const { number_lookup: asked } = await lookups(page);
  expect(asked).toMatchObject({ calls: 1, numbers: count, billed: count });
  const known = page.locator("section").filter({ hasText: "Country, operators, MCC and MNC" });
  await expect(known).toContainText(`${count} numbers known`);
  await expectAccessible(page);

  const contacts = (await allContacts(page.request, id)).filter(({ details }) => details);
  expect(contacts.map(({ number }) => number)).toEqual(reachable);
  const [first] = contacts;
  await page.getByRole("tab", { name: /^Contacts/ }).click();
  const rows = page.getByRole("table", { name: "Contacts" }).getByRole("row");
  const row = rows.filter({ hasText: first?.number ?? "" });
  await expect(row).toContainText(`${first?.details?.currentMcc}-${first?.details?.currentMnc}`);
  const other = numbers.find((number) => !reachable.includes(number)) ?? "";
  await expect(rows.filter({ hasText: other })).toContainText("Not looked up");
  await expectAccessible(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await row.getByRole("button").filter({ visible: true }).click();
  const facts = page.getByRole("dialog", { name: first?.number });
  await expect(facts.getByText("United States (US)")).toBeVisible();
  await expect(facts.getByText("Original operator")).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.keyboard.press("Escape");

  const exported = await takeSegment(page, "Reachable on RCS");
  expect(exported.map(({ phone }) => phone)).toEqual(reachable);
  for (const [index, line] of exported.entries()) {
    const details = contacts[index]?.details;
    expect(line).toMatchObject({
      number_details: "ready",
      current_operator: details?.currentOperator,
      current_mcc: details?.currentMcc,
      current_mnc: details?.currentMnc,
      original_operator: details?.originalOperator,
      ported: String(details?.ported),
    });
  }

  await page.getByRole("tab", { name: "Overview" }).click();
  await page.getByRole("button", { name: "Look up more" }).click();
  await expect(dialog.getByText("The details of all of them are known.")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Look up", exact: true })).toBeDisabled();
});

test("details that are not ready are waited for, through a pause and a reload, and paid once", async ({
  page,
}) => {
  await openCheckedRun(page, "Not ready");
  await setSandbox(page.request, { latencyMs: 0, detailsReadyAfterPolls: 1000 });
  await startLookup(page);
  await expect(passCard(page)).toContainText(`${count} asked, not ready yet`);
  await expectAccessible(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole("button", { name: "Pause the lookup of details" }).click();
  const resume = page.getByRole("button", { name: "Resume the lookup of details" });
  await expect(resume).toBeVisible();
  await reload(page);
  await expect(passCard(page)).toContainText("paused");

  await setSandbox(page.request, { latencyMs: 0 });
  await resume.click();
  await expect(passCard(page)).toContainText(
    `The details of ${count} of ${count} numbers are known.`,
    { timeout: 60_000 },
  );
  expect((await lookups(page)).number_lookup).toMatchObject({ numbers: count, billed: count });
});

test("a cancelled lookup leaves what was asked for to be fetched for free", async ({ page }) => {
  await openCheckedRun(page, "Cancelled details");
  await setSandbox(page.request, { latencyMs: 0, detailsReadyAfterPolls: 1000 });
  await startLookup(page);
  await expect(passCard(page)).toContainText(`${count} asked, not ready yet`);
  await page.getByRole("button", { name: "Cancel the lookup of details" }).click();
  const question = page.getByRole("alertdialog");
  await expect(question).toContainText("fetches them for free");
  await question.getByRole("button", { name: "Cancel the lookup" }).click();
  await expect(passCard(page)).toContainText(`${count} were asked for but not fetched`);

  await setSandbox(page.request, { latencyMs: 0 });
  await page.getByRole("button", { name: "Look up more" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Nothing is billed");
  await dialog.getByRole("button", { name: `Fetch ${count} numbers, free` }).click();
  await expect(passCard(page)).toContainText(
    `The details of ${count} of ${count} numbers are known.`,
  );
  expect((await lookups(page)).number_lookup).toMatchObject({ numbers: count, billed: count });
});

test("a refused key pauses the lookup with what to do, and resuming finishes it", async ({
  page,
}) => {
  await openCheckedRun(page, "Refused details");
  await setSandbox(page.request, { latencyMs: 0, refuseKey: true });
  await startLookup(page);
  await expect(passCard(page)).toContainText("Paused: Kaleyra refused the key");
  await expect(passCard(page)).toContainText("Check the SID and the API key of the account.");
  await expectAccessible(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await setSandbox(page.request, { latencyMs: 0 });
  await page.getByRole("button", { name: "Resume the lookup of details" }).click();
  await expect(passCard(page)).toContainText(
    `The details of ${count} of ${count} numbers are known.`,
  );
});

test("requests that broke off are said to be possibly billed", async ({ page }) => {
  const id = await openCheckedRun(page, "Broken off");
  await setSandbox(page.request, {
    latencyMs: 0,
    failEvery: { n: 2, how: "reset_after_billing", operation: "number_lookup" },
  });
  // The second request of this sandbox breaks off; the first is a quick check's.
  const { id: accountId } = await sandboxAccount(page.request);
  await write(page.request, "POST", "/api/lookup/details", { accountId, number: numbers[0] });
  await startLookup(page);
  await expect(passCard(page)).toContainText(
    `The details of ${count} of ${count} numbers are known.`,
  );
  await expect(passCard(page)).toContainText(`${count} possibly billed`);
  const { total } = await read<DetailsView>(page.request, `/api/runs/${id}/details`);
  expect(total).toMatchObject({ billed: count, ambiguous: count });
});

test("no more is started than was shown", async ({ page }) => {
  const id = await openCheckedRun(page, "At most");
  const dialog = await openDialog(page);
  await page.route(`**/api/runs/${id}/details`, async (route) => {
    const body = route.request().postDataJSON();
    await route.continue({ postData: { ...body, segment: "all" } });
  });
  await dialog.getByRole("button", { name: `Look up ${count} numbers` }).click();
  await expect(dialog.getByRole("alert")).toContainText("There are 30 numbers to ask for by now");
  expect(await lookups(page)).toEqual({});
});

async function quickCheck(page: Page): Promise<Locator> {
  await resetSandbox(page.request, { latencyMs: 0 });
  await connectAccount(page.request, { pricePerDetail: price });
  await open(page, "/lookup");
  await page.getByLabel("Phone number").fill(reachable[0] ?? "");
  await page.getByRole("button", { name: "Check now" }).click();
  const card = page.locator("section").filter({
    has: page.getByRole("heading", { name: "Number details" }),
  });
  await expect(card.getByText(/apart from the RCS lookup: \$0\.002/)).toBeVisible();
  return card;
}
const lookUp = (card: Locator) =>
  card.getByRole("button", { name: "Look up number details" }).click();

test("a quick check goes on to the details of its number, at a price that is shown", async ({
  page,
}) => {
  const card = await quickCheck(page);
  await lookUp(card);
  await expect(card.getByText("United States (US)")).toBeVisible();
  await expect(card.getByText("Kaleyra counts this as one number lookup.")).toBeVisible();
  expect((await lookups(page)).number_lookup).toMatchObject({ calls: 1, billed: 1 });
  await expectAccessible(page);
});

test("a quick check fetches what was not ready by itself, for free, and never asks twice", async ({
  page,
}) => {
  const card = await quickCheck(page);
  await setSandbox(page.request, { latencyMs: 0, detailsReadyAfterPolls: 1000 });
  await lookUp(card);
  await expect(card.getByText("The details are not ready yet")).toBeVisible({ timeout: 30_000 });
  await setSandbox(page.request, { latencyMs: 0 });
  await expect(card.getByText("United States (US)")).toBeVisible({ timeout: 30_000 });
  await expect(card.getByText("Kaleyra counts this as one number lookup.")).toBeVisible();
  expect((await lookups(page)).number_lookup).toMatchObject({ calls: 1, billed: 1 });
});

test("a quick check that could not fetch says why, and leaves a button that is free", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const card = await quickCheck(page);
  await setSandbox(page.request, {
    latencyMs: 0,
    failEvery: { n: 1, how: "prov_401", operation: "number_lookup_details" },
  });
  await lookUp(card);
  await expect(card.getByText(/The last try to fetch them failed/)).toBeVisible();
  await expect(card.getByText("Fetched again 3 times, for free.")).toBeVisible({ timeout: 75_000 });
  await expectAccessible(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await setSandbox(page.request, { latencyMs: 0 });
  await card.getByRole("button", { name: "Fetch again (free)" }).click();
  await expect(card.getByText("United States (US)")).toBeVisible();
  expect((await lookups(page)).number_lookup).toMatchObject({ calls: 1, billed: 1 });
});

test("a quick check whose request broke off says that it may have been billed", async ({
  page,
}) => {
  const card = await quickCheck(page);
  await setSandbox(page.request, {
    latencyMs: 0,
    failEvery: { n: 1, how: "reset_after_billing", operation: "number_lookup" },
  });
  await lookUp(card);
  await expect(card.getByText("The connection broke off")).toBeVisible();
  await expect(card.getByText("it may have been billed all the same")).toBeVisible();
  await expectAccessible(page);
  await setSandbox(page.request, { latencyMs: 0 });
  await card.getByRole("button", { name: "Look up number details again" }).click();
  await expect(card.getByText("United States (US)")).toBeVisible();
});

test("the price of number details and one country per batch are settings of the account", async ({
  page,
}) => {
  const { id } = await connectAccount(page.request);
  await open(page, `/accounts/${id}`);
  await expect(page.getByText("number lookups to api.kaleyra.io")).toBeVisible();
  await page.getByLabel("Price per number lookup").fill("0.0035");
  await page.getByRole("checkbox", { name: "One country per batch" }).check({ force: true });
  await page.getByRole("button", { name: "Save the settings" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await expect(page.getByText("$0.0035 per number")).toBeVisible();
  await expectAccessible(page);
  await reload(page);
  await expect(page.getByRole("checkbox", { name: "One country per batch" })).toBeChecked();
  expect(await read(page.request, `/api/accounts/${id}`)).toMatchObject({
    pricePerDetail: 0.0035,
    oneCountryPerBatch: true,
  });
});
