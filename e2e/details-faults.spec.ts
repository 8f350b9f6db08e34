import { expect, test } from "@playwright/test";
import { draw } from "../sandbox/hash";
import { expectAccessible } from "./accessible";
import { removeConnectedAccounts } from "./accounts";
import { write } from "./api";
import {
  allKnown,
  count,
  lookups,
  openCheckedRun,
  passCard,
  reachable,
  startLookup,
} from "./details";
import { reload } from "./open";
import { allContacts } from "./runs";
import { resetSandbox, setSandbox } from "./sandbox";

test.afterEach(async ({ request }) => {
  await resetSandbox(request);
  await removeConnectedAccounts(request);
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
  await expect(passCard(page)).toContainText(allKnown);
});

test("numbers whose details fail are counted, named in words, and can be asked for again", async ({
  page,
}) => {
  const id = await openCheckedRun(page, "Failed details");
  const share = 0.4;
  const failing = reachable.filter((number) => draw(number, "details") < share);
  expect(failing.length).toBeGreaterThan(0);
  expect(failing.length).toBeLessThan(count);
  await setSandbox(page.request, {
    latencyMs: 0,
    detailsFailShare: share,
    detailsFailAs: "404",
  });
  await startLookup(page);
  const result = `The details of ${count - failing.length} of ${count} numbers are known. ${failing.length} failed.`;
  await expect(passCard(page)).toContainText(result);
  await expectAccessible(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await reload(page);
  await expect(page.getByText(`Last lookup: ${result}`)).toBeVisible();

  await page.getByRole("tab", { name: /^Contacts/ }).click();
  const rows = page.getByRole("table", { name: "Contacts" }).getByRole("row");
  for (const number of failing) {
    await expect(rows.filter({ hasText: number })).toContainText(
      "Failed: Kaleyra no longer knows this lookup",
    );
  }
  const contacts = await allContacts(page.request, id);
  const failed = contacts.filter(({ details }) => details?.state === "failed");
  expect(failed.map(({ number }) => number)).toEqual(failing);

  await setSandbox(page.request, { latencyMs: 0 });
  await page.getByRole("tab", { name: "Overview" }).click();
  await page.getByRole("button", { name: "Look up more" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(`To be asked, each may be billed${failing.length}`);
  await dialog.getByRole("button", { name: `Look up ${failing.length} number` }).click();
  await expect(passCard(page)).toContainText(
    `The details of ${failing.length} of ${failing.length} number`,
  );
  const billed = count + failing.length;
  expect((await lookups(page)).number_lookup).toMatchObject({ numbers: billed, billed });
});

test("asked to slow down, the lookup says until when no call is made", async ({ page }) => {
  const id = await openCheckedRun(page, "Slower details");
  await setSandbox(page.request, {
    latencyMs: 0,
    failEvery: { n: 1, how: "rate_limit", retryAfter: 60 },
  });
  await startLookup(page);
  await expect(passCard(page)).toContainText("Waiting: Kaleyra asks to slow down");
  await expect(passCard(page)).toContainText(/No call is made before \d\d:\d\d:\d\d/);
  await expect(passCard(page)).toContainText("then the lookup continues by itself");
  await expectAccessible(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await write(page.request, "POST", `/api/runs/${id}/details/cancel`);
  await expect(passCard(page)).toContainText("Cancelled.");
  await expect(passCard(page)).not.toContainText("Waiting");
});

test("while Kaleyra is down the lookup says when it tries again; then it goes on by itself", async ({
  page,
}) => {
  await openCheckedRun(page, "Details down");
  await setSandbox(page.request, { latencyMs: 0, down: true });
  await startLookup(page);
  await expect(passCard(page)).toContainText("Waiting: Kaleyra does not answer");
  await expect(passCard(page)).toContainText(/The next try is at \d\d:\d\d:\d\d/);
  await expect(passCard(page).getByRole("link", { name: "Check the connection" })).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await setSandbox(page.request, { latencyMs: 0 });
  await expect(passCard(page)).toContainText(allKnown, { timeout: 60_000 });
  await expect(passCard(page)).not.toContainText("Waiting");
  expect((await lookups(page)).number_lookup).toMatchObject({ billed: count });
});
