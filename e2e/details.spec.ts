import { expect, test } from "@playwright/test";
import type { DetailsView } from "../lib/api/details";
import { expectAccessible } from "./accessible";
import { connectAccount, removeConnectedAccounts, sandboxAccount } from "./accounts";
import { read, write } from "./api";
import {
  allKnown,
  count,
  detailPrice,
  lookups,
  numbers,
  openCheckedRun,
  openDialog,
  passCard,
  reachable,
  startLookup,
} from "./details";
import { takeSegment } from "./download";
import { open, reload } from "./open";
import { allContacts } from "./runs";
import { resetSandbox, setSandbox } from "./sandbox";

test.afterEach(async ({ request }) => {
  await resetSandbox(request);
  await removeConnectedAccounts(request);
});

test("from the click to the export: shown, priced, asked once, in the rows and in the file", async ({
  page,
}) => {
  const id = await openCheckedRun(page, "Details");
  const dialog = await openDialog(page);
  await expect(dialog).toContainText(`To be asked, each may be billed${count}`);
  await expect(dialog).toContainText(`$${Number((count * detailPrice).toFixed(6))}`);
  await expectAccessible(page);
  expect(await lookups(page)).toEqual({});

  await dialog.getByRole("button", { name: `Look up ${count} numbers` }).click();
  await expect(passCard(page)).toContainText(allKnown);
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
  await expect(passCard(page)).toContainText(allKnown, { timeout: 60_000 });
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
  await expect(passCard(page)).toContainText(allKnown);
  expect((await lookups(page)).number_lookup).toMatchObject({ numbers: count, billed: count });
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
  await expect(passCard(page)).toContainText(allKnown);
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
