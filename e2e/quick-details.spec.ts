import { expect, type Locator, type Page, test } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { connectAccount, removeConnectedAccounts } from "./accounts";
import { nationally } from "./audience";
import { detailPrice, lookups, reachable } from "./details";
import { open } from "./open";
import { resetSandbox, setSandbox } from "./sandbox";

const [number = "", another = ""] = reachable;

test.afterEach(async ({ request }) => {
  await resetSandbox(request);
  await removeConnectedAccounts(request);
});

/** The page of the quick check, with an account whose number details have a price. */
async function openQuickCheck(page: Page): Promise<void> {
  await resetSandbox(page.request, { latencyMs: 0 });
  await connectAccount(page.request, { pricePerDetail: detailPrice });
  await open(page, "/lookup");
}

const detailsCard = (page: Page) =>
  page.locator("section").filter({ has: page.getByRole("heading", { name: "Number details" }) });

async function quickCheck(page: Page): Promise<Locator> {
  await openQuickCheck(page);
  await page.getByLabel("Phone number").fill(number);
  await page.getByRole("button", { name: "Check now" }).click();
  const card = detailsCard(page);
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
  await expect(card.getByText("The details are not ready yet")).toBeVisible();
  await setSandbox(page.request, { latencyMs: 0 });
  await expect(card.getByText("United States (US)")).toBeVisible();
  await expect(card.getByText("Kaleyra counts this as one number lookup.")).toBeVisible();
  expect((await lookups(page)).number_lookup).toMatchObject({ calls: 1, billed: 1 });
});

test("a quick check that could not fetch says why, and leaves a button that is free", async ({
  page,
}) => {
  const card = await quickCheck(page);
  await setSandbox(page.request, {
    latencyMs: 0,
    failEvery: { n: 1, how: "redirect", operation: "number_lookup_details" },
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
  await expect(card.getByText("it may still have been billed")).toBeVisible();
  await expectAccessible(page);
  await setSandbox(page.request, { latencyMs: 0 });
  await card.getByRole("button", { name: "Look up number details again" }).click();
  await expect(card.getByText("United States (US)")).toBeVisible();
});

async function lookUpOnly(page: Page, typed: string): Promise<void> {
  await page.getByLabel("Phone number").fill(typed);
  await page.getByRole("button", { name: "Number details only" }).click();
}

test("the details of a number need no RCS check: counted, priced and asked once, however it is spelled", async ({
  page,
}) => {
  await openQuickCheck(page);
  await expect(page.getByText("without an RCS check: 1 lookup, $0.002.")).toBeVisible();
  await expectAccessible(page);
  expect(await lookups(page)).toEqual({});

  await page.getByLabel("Phone number").fill(number);
  await page.getByRole("button", { name: "Number details only" }).dblclick();
  const card = detailsCard(page);
  await expect(card.getByText("United States (US)")).toBeVisible();
  await expect(card.getByText(number)).toBeVisible();
  await expect(card.getByText("Kaleyra counts this as one number lookup.")).toBeVisible();
  await expectAccessible(page);
  const { number_lookup: once, single_lookup } = await lookups(page);
  expect(once).toMatchObject({ calls: 1, billed: 1 });
  expect(single_lookup).toBeUndefined();

  await lookUpOnly(page, another);
  await expect(card.getByText(another)).toBeVisible();
  await expect(card.getByText("United States (US)")).toBeVisible();
  await lookUpOnly(page, nationally(number));
  await expect(card.getByText(number)).toBeVisible();
  await expect(card.getByText("United States (US)")).toBeVisible();
  // Its RCS check is a lookup of its own, and brings no second one of its details.
  await page.getByRole("button", { name: "Check now" }).click();
  await expect(page.getByText("Checked in this visit")).toBeVisible();
  await expect(card.getByText("United States (US)")).toBeVisible();
  const after = await lookups(page);
  expect(after.number_lookup).toMatchObject({ calls: 2, numbers: 2, billed: 2 });
  expect(after.single_lookup).toMatchObject({ calls: 1, billed: 1 });
});

for (const { typed, sentence } of [
  { typed: "", sentence: "Type a phone number." },
  { typed: "415 200 000", sentence: "too short for United States" },
]) {
  test(`details of “${typed}” are refused at the field, without a call`, async ({ page }) => {
    await openQuickCheck(page);
    await lookUpOnly(page, typed);
    const field = page.getByLabel("Phone number");
    await expect(field).toHaveAccessibleDescription(new RegExp(sentence));
    await expect(field).toHaveValue(typed);
    expect(await lookups(page)).toEqual({});
  });
}

test("details asked for alone that failed say why, and are asked for again at a press", async ({
  page,
}) => {
  await openQuickCheck(page);
  await setSandbox(page.request, { latencyMs: 0, refuseKey: true });
  await lookUpOnly(page, number);
  const card = detailsCard(page);
  await expect(card.getByText("Kaleyra refused the key")).toBeVisible();
  await expect(card.getByText("Nothing was billed for this.")).toBeVisible();
  await expectAccessible(page);
  await setSandbox(page.request, { latencyMs: 0 });
  await card.getByRole("button", { name: "Look up number details again" }).click();
  await expect(card.getByText("United States (US)")).toBeVisible();
  expect((await lookups(page)).number_lookup).toMatchObject({ billed: 1 });
});
