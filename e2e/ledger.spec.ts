import { expect, type Locator, type Page, test } from "@playwright/test";
import { answerFor } from "../sandbox/answers";
import { connectAccount, removeConnectedAccounts } from "./accounts";
import { write } from "./api";
import { runIsDone, usNumbers } from "./audience";
import { downloadRows } from "./download";
import { open } from "./open";
import { allContacts, getRun, startRunOf, untilDone } from "./runs";
import { resetSandbox, sandboxLog, setSandbox } from "./sandbox";

const numbers = usNumbers(24);
const price = 0.004;

test.afterEach(async ({ page }) => {
  await setSandbox(page.request, {});
  await removeConnectedAccounts(page.request);
});

/** The figures of a sum on the page, the whole first. */
async function sumOf(page: Page, name: string): Promise<{ whole: number; parts: number }> {
  const text = await page.getByRole("region", { name, exact: true }).innerText();
  const [whole = Number.NaN, ...rest] = [...text.matchAll(/^[\d,]+$/gm)].map(([figure]) =>
    Number(figure.replaceAll(",", "")),
  );
  return { whole, parts: rest.reduce((sum, part) => sum + part, 0) };
}

async function expectToAddUp(page: Page, name: string, total: number): Promise<void> {
  await expect.poll(() => sumOf(page, name)).toEqual({ whole: total, parts: total });
}

function calls(page: Page): Locator {
  return page.getByRole("table", { name: "Every call, newest first" }).locator("tbody tr");
}

async function showCalls(page: Page, which: string, count: number): Promise<void> {
  await page.getByRole("radio", { name: new RegExp(`^${which}`) }).click();
  await expect(calls(page)).toHaveCount(count);
}

test("a run with failures: its ledger reconciles, a retry mends it, and the total adds up", async ({
  page,
}) => {
  const { id: accountId } = await connectAccount(page.request, { pricePerLookup: price });
  // Some calls are refused for good, some break off after they were billed, some say nothing.
  await resetSandbox(page.request, {
    latencyMs: 0,
    failNumbers: { share: 0.25, how: "redirect" },
    failEvery: { n: 5, how: "cut_off" },
    missingShare: 0.25,
  });
  const { id } = await startRunOf(page.request, { name: "Ledger", numbers, accountId });
  await open(page, `/runs/${id}`);
  await runIsDone(page);
  const first = await getRun(page.request, id);
  const { failed, no_answer } = first.outcomes;
  const unanswered = failed + no_answer;
  expect(Math.min(failed, no_answer, first.ledger.ambiguous)).toBeGreaterThan(0);
  await expect(page.getByText(`${failed} lookups failed, ${no_answer} contacts`)).toBeVisible();

  await page.getByRole("tab", { name: "Lookups" }).click();
  const witness = await sandboxLog(page.request);
  const { billed, ambiguous, excess } = first.ledger;
  // Each call that broke off was billed here: what "may have been billed" is what was.
  expect(witness.totals.billed).toBe(billed + ambiguous);
  expect(first.ledger.calls).toBe(witness.totals.calls);
  await expectToAddUp(page, "Contacts", 24);
  await expectToAddUp(page, "Lookups", billed + ambiguous);
  expect(excess).toBe(billed + ambiguous - (24 - failed));
  const cost = `$${(price * (billed + ambiguous)).toFixed(3).replace(/0$/, "")}`;
  await expect(page.getByText(`${billed + ambiguous} lookups × $0.004 = ${cost}`)).toBeVisible();

  await expect(calls(page)).toHaveCount(first.ledger.calls);
  await expect(calls(page).getByText(/^1 number missing from the answer/)).toHaveCount(no_answer);
  await showCalls(page, "Possibly billed", ambiguous);
  await expect(calls(page).first()).toContainText("1 possibly billed");
  await expect(calls(page).first()).toContainText("The connection broke off");
  await showCalls(page, "Free", failed);
  await expect(calls(page).first()).toContainText("HTTP 307");
  await expect(page).toHaveURL(/calls=free/);
  await showCalls(page, "Failed", failed + ambiguous);
  const rows = await downloadRows(page, page.getByRole("link", { name: "Export these calls" }));
  expect(rows).toHaveLength(failed + ambiguous);
  const possibly = rows.map((row) => Number(row.possibly_billed));
  expect(possibly.reduce((sum, one) => sum + one, 0)).toBe(ambiguous);
  await showCalls(page, "All calls", first.ledger.calls);

  await setSandbox(page.request, { latencyMs: 0 });
  const retry = page.getByRole("button", { name: "Retry those without an answer" });
  await retry.click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText(`Ask again for ${unanswered} contacts?`);
  await expect(dialog).toContainText(`The estimated cost is $0.0`);
  await expect(dialog).toContainText("Each may be billed");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toHaveCount(0);
  expect((await sandboxLog(page.request)).totals.calls).toBe(witness.totals.calls);

  await retry.click();
  await dialog.getByRole("button", { name: `Look up ${unanswered} again` }).click();
  await expect(dialog).toHaveCount(0);
  await runIsDone(page);
  await untilDone(page.request, id);
  const mended = await getRun(page.request, id);
  expect(mended.outcomes).toMatchObject({ failed: 0, no_answer: 0, pending: 0 });
  for (const { number, outcome } of await allContacts(page.request, id)) {
    expect(outcome).toBe(answerFor(number).rcs ? "rcs" : "not_rcs");
  }
  // Nobody else was asked again.
  const { totals } = await sandboxLog(page.request);
  expect(totals.calls).toBe(witness.totals.calls + unanswered);
  expect(totals.billed).toBe(mended.ledger.billed + mended.ledger.ambiguous);
  await expect(calls(page)).toHaveCount(mended.ledger.calls);
  await expectToAddUp(page, "Contacts", 24);
  await expectToAddUp(page, "Lookups", totals.billed);
  await expect(retry).toHaveCount(0);
});

test("a run of the sandbox costs nothing, and says so", async ({ page }) => {
  await resetSandbox(page.request, { latencyMs: 0 });
  const { id } = await startRunOf(page.request, { name: "Free", numbers: numbers.slice(0, 3) });
  await open(page, `/runs/${id}?tab=lookups`);
  await runIsDone(page);
  await expect(page.getByText("Free in the sandbox: answers are made up")).toBeVisible();
  await expect(page.getByText("$0.00", { exact: true })).toBeVisible();
});

test("while Kaleyra is down the page says so and when it tries again; then it goes on by itself", async ({
  page,
}) => {
  const { id: accountId } = await connectAccount(page.request);
  await resetSandbox(page.request, { latencyMs: 0, failEvery: { n: 1, how: "rcs_500" } });
  const { id } = await startRunOf(page.request, { name: "Down", numbers, accountId });
  await open(page, `/runs/${id}`);
  const notice = page.getByText("Waiting: Kaleyra does not answer");
  await expect(notice).toBeVisible();
  await expect(page.getByText(/The next try is at \d\d:\d\d:\d\d/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Check the connection" })).toHaveAttribute(
    "href",
    `/accounts/${accountId}`,
  );
  await setSandbox(page.request, { latencyMs: 0 });
  await runIsDone(page);
  await expect(notice).toHaveCount(0);
});

test("asked to slow down, the page says until when no call is made", async ({ page }) => {
  const { id: accountId } = await connectAccount(page.request);
  await resetSandbox(page.request, {
    latencyMs: 0,
    failEvery: { n: 1, how: "rate_limit", retryAfter: 60 },
  });
  const { id } = await startRunOf(page.request, { name: "Slower", numbers, accountId });
  await open(page, `/runs/${id}`);
  await expect(page.getByText("Waiting: Kaleyra asks to slow down")).toBeVisible();
  await expect(page.getByText(/No call is made before \d\d:\d\d:\d\d/)).toBeVisible();
  await write(page.request, "POST", `/api/runs/${id}/cancel`);
  await expect(page.getByText("Waiting: Kaleyra asks to slow down")).toHaveCount(0);
});

test("from a refused key the page leads to a new one, and the run resumes with it", async ({
  page,
}) => {
  const { id: accountId } = await connectAccount(page.request);
  await resetSandbox(page.request, { latencyMs: 0, apiKey: "the-new-key" });
  const { id } = await startRunOf(page.request, { name: "New key", numbers, accountId });
  await open(page, `/runs/${id}`);
  await expect(page.getByText("Paused: Kaleyra refused the key")).toBeVisible();
  await page.getByRole("link", { name: "Replace the key" }).click();
  await page.getByLabel("New API key").fill("the-new-key");
  await page.getByRole("button", { name: "Replace the key" }).click();
  await expect(page.getByText("The key was replaced")).toBeVisible();
  await open(page, `/runs/${id}`);
  await page.getByRole("button", { name: "Resume" }).click();
  await runIsDone(page);
  const { totals } = await sandboxLog(page.request);
  expect(totals).toMatchObject({ distinctNumbers: 24, billedMoreThanOnce: 0 });
});
