import { expect, type Page, test } from "@playwright/test";
import { answerFor } from "../sandbox/answers";
import { sandboxAccount } from "./accounts";
import { write } from "./api";
import { runIsDone, usNumbers } from "./audience";
import { takeSegment } from "./download";
import { open, reload } from "./open";
import { allContacts, getRun, startRunOf, untilDone } from "./runs";
import { resetSandbox, sandboxLog, setSandbox } from "./sandbox";

/** Fewer than a hundred go singly, eight at once. */
const numbers = usNumbers(64);
/** So many are answered, and the run then stands still until the hold is lifted. */
const ANSWERED = 20;

// A test that fails must not leave a run that holds the places of the next one's calls.
test.afterEach(({ page }) => setSandbox(page.request, {}));

/** Starts a run that comes to a stand in its middle, opens its page and waits until it shows that. */
async function openRunUnderWay(page: Page, name: string): Promise<string> {
  await resetSandbox(page.request, { holdAfter: ANSWERED });
  const { id } = await startRunOf(page.request, { name, numbers });
  await open(page, `/runs/${id}`);
  await expect.poll(() => shownProgress(page)).toBe(ANSWERED);
  return id;
}

async function shownProgress(page: Page): Promise<number> {
  const bar = page.getByRole("main").getByRole("progressbar").first();
  return Number(await bar.getAttribute("aria-valuenow"));
}

/** Lets the calls in flight be answered, and waits until all that were made are stored. */
async function nothingInFlight(page: Page, id: string): Promise<number> {
  await setSandbox(page.request, {});
  await expect
    .poll(async () => {
      const { progress } = await getRun(page.request, id);
      return progress.done - (await sandboxLog(page.request)).totals.calls;
    })
    .toBe(0);
  return (await sandboxLog(page.request)).totals.calls;
}

async function expectAskedOnce(page: Page): Promise<void> {
  const { totals } = await sandboxLog(page.request);
  expect(totals).toMatchObject({ distinctNumbers: 64, billed: 64, askedMoreThanOnce: 0 });
}

test("progress moves by itself on the page and in the tab's title", async ({ page }) => {
  await openRunUnderWay(page, "Live");
  const before = await shownProgress(page);
  await expect(page).toHaveTitle(/^\d+% · Live/);
  await expect(page.getByText("20 of 64 numbers", { exact: true })).toBeVisible();
  const events = page.getByRole("region", { name: "Latest" });
  await expect(events).toContainText("Kaleyra is being asked about 8 numbers in 8 calls.");
  await expect(events).toContainText("Kaleyra answered 20 calls about 20 numbers.");
  await setSandbox(page.request, { holdAfter: 2 * ANSWERED });
  await expect(page.getByText(/numbers a second/)).toBeVisible();
  await expect.poll(() => shownProgress(page)).toBeGreaterThan(before);
  await setSandbox(page.request, {});
  await runIsDone(page);
  await expect(page).toHaveTitle(/^Live/);
  const reachable = numbers.filter((number) => answerFor(number).rcs).length;
  await expect(page.getByText(`${reachable} of 64 contacts`)).toBeVisible();
});

test("a paused run makes no call, also after a reload, and resumes to the end", async ({
  page,
}) => {
  const id = await openRunUnderWay(page, "Pause");
  await page.getByRole("button", { name: "Pause" }).click();
  const resume = page.getByRole("button", { name: "Resume" });
  await expect(resume).toBeVisible();
  const calls = await nothingInFlight(page, id);
  expect(calls).toBeLessThan(64);

  await reload(page);
  await expect(resume).toBeVisible();
  await expect(page).toHaveTitle(/^Paused · Pause/);
  // While a quick check of the same account goes through, the run stays where it is.
  const { id: accountId } = await sandboxAccount(page.request);
  await write(page.request, "POST", "/api/lookup", { accountId, number: "+14155552671" });
  expect((await sandboxLog(page.request)).totals.calls).toBe(calls + 1);
  expect((await getRun(page.request, id)).progress.done).toBe(calls);

  await resume.click();
  await runIsDone(page);
  const { totals } = await sandboxLog(page.request);
  expect(totals).toMatchObject({ distinctNumbers: 65, askedMoreThanOnce: 0 });
});

test("a cancelled run keeps what is known, and its segment can be taken", async ({ page }) => {
  const id = await openRunUnderWay(page, "Cancel");
  await page.getByRole("button", { name: "Cancel the run" }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByText(/cannot be resumed/)).toBeVisible();
  await dialog.getByRole("button", { name: "Cancel the run" }).click();
  await expect(page.getByText("Cancelled", { exact: true }).first()).toBeVisible();
  const calls = await nothingInFlight(page, id);
  expect(calls).toBeLessThan(64);

  await reload(page);
  await expect(page.getByText("Cancelled", { exact: true }).first()).toBeVisible();
  const contacts = await allContacts(page.request, id);
  const known = contacts.filter(({ outcome }) => outcome !== "pending");
  expect(known).toHaveLength(calls);
  for (const { number, outcome } of known) {
    expect(outcome).toBe(answerFor(number).rcs ? "rcs" : "not_rcs");
  }
  const rows = await takeSegment(page, "Reachable on RCS");
  const reachable = known.filter(({ outcome }) => outcome === "rcs");
  expect(rows.map(({ phone }) => phone)).toEqual(reachable.map(({ number }) => number));
  expect((await sandboxLog(page.request)).totals.calls).toBe(calls);
});

test("asked whether to cancel, one can go back", async ({ page }) => {
  await openRunUnderWay(page, "Go back");
  await page.getByRole("button", { name: "Cancel the run" }).click();
  await page.getByRole("alertdialog").getByRole("button").first().click();
  await expect(page.getByRole("alertdialog")).toHaveCount(0);
  await setSandbox(page.request, {});
  await runIsDone(page);
  await expectAskedOnce(page);
});

test("closing the page in the middle of a run changes nothing", async ({ page, context }) => {
  const id = await openRunUnderWay(page, "Closed");
  await page.close();
  const later = await context.newPage();
  await setSandbox(later.request, {});
  await untilDone(later.request, id);
  await open(later, `/runs/${id}`);
  await runIsDone(later);
  await expectAskedOnce(later);
});

test("a key refused in mid-run pauses it with what to do, and resuming finishes it", async ({
  page,
}) => {
  // After so many calls, so that it is in mid-run however slow the page is.
  await resetSandbox(page.request, { refuseKeyAfter: ANSWERED });
  const { id } = await startRunOf(page.request, { name: "Refused", numbers });
  await open(page, `/runs/${id}`);
  await expect(page.getByText("Paused: Kaleyra refused the key")).toBeVisible();
  await expect(page.getByText("Check the SID and the API key of the account.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Open the account" })).toHaveAttribute(
    "href",
    `/accounts/${(await sandboxAccount(page.request)).id}`,
  );
  await expect(page.getByRole("region", { name: "Latest" })).toContainText(
    "Kaleyra refused the key: ",
  );
  const { outcomes } = await getRun(page.request, id);
  expect(outcomes).toMatchObject({ failed: 0, no_answer: 0 });
  expect(outcomes.pending).toBeGreaterThan(0);

  await setSandbox(page.request, {});
  await page.getByRole("button", { name: "Resume" }).click();
  await runIsDone(page);
  await expect(page.getByText("Paused: Kaleyra refused the key")).toHaveCount(0);
  const { totals, repeated } = await sandboxLog(page.request);
  expect(repeated.filter(({ billed }) => billed > 1)).toEqual([]);
  expect(totals).toMatchObject({ billed: 64, billedMoreThanOnce: 0 });
  expect((await getRun(page.request, id)).ledger).toMatchObject({ billed: 64, ambiguous: 0 });
});

test("an account without RCS pauses a run with what to do and Kaleyra's words, and resuming finishes it", async ({
  page,
}) => {
  await resetSandbox(page.request, { rcsDisabled: true });
  const { id } = await startRunOf(page.request, { name: "No channel", numbers });
  await open(page, `/runs/${id}`);
  const title = "Paused: RCS is not enabled on the Kaleyra account";
  await expect(page.getByText(title)).toBeVisible();
  await expect(page.getByText("Ask your Kaleyra representative to configure RCS")).toBeVisible();
  await expect(page.getByRole("link", { name: "Check the connection" })).toHaveAttribute(
    "href",
    `/accounts/${(await sandboxAccount(page.request)).id}`,
  );
  const paused = await getRun(page.request, id);
  expect(paused.outcomes).toMatchObject({ pending: 64, failed: 0 });
  expect(paused.ledger).toMatchObject({ billed: 0, ambiguous: 0 });
  await page.getByRole("tab", { name: "Lookups" }).click();
  const calls = page.getByRole("table", { name: "Every call, newest first" });
  await expect(calls.getByText("HTTP 401 · RCS_CHANNEL_DISABLED").first()).toBeVisible();
  await expect(
    calls.getByText("Kaleyra's own words: “RCS Channel is not enabled for this User”").first(),
  ).toBeVisible();

  await setSandbox(page.request, {});
  await page.getByRole("button", { name: "Resume" }).click();
  await runIsDone(page);
  await expect(page.getByText(title)).toHaveCount(0);
  const { totals } = await sandboxLog(page.request);
  expect(totals).toMatchObject({ billed: 64, billedMoreThanOnce: 0 });
});

test("when every call fails, contacts are “Failed” and wait in the segment to retry", async ({
  page,
}) => {
  // Refused as it is, a call fails for good at once; a Kaleyra that is down would be waited for.
  await resetSandbox(page.request, { latencyMs: 0, failEvery: { n: 1, how: "redirect" } });
  const { id } = await startRunOf(page.request, { name: "All fail", numbers: usNumbers(7) });
  await open(page, `/runs/${id}`);
  await runIsDone(page);
  await expect(page.getByText("7 lookups failed")).toBeVisible();
  await expect(page.getByText("None of the 7 contacts has an answer.")).toBeVisible();
  const { outcomes } = await getRun(page.request, id);
  expect(outcomes).toMatchObject({ failed: 7, not_rcs: 0, rcs: 0, pending: 0 });

  await page.getByRole("button", { name: "Show them" }).click();
  const table = page.getByRole("table", { name: "Contacts" }).or(page.getByRole("grid"));
  await expect(table.getByText("Failed", { exact: true })).toHaveCount(7);
  await expect(table.getByText("Kaleyra refused the request")).toHaveCount(7);
  const rows = await takeSegment(page, "To retry");
  expect(rows.map(({ phone, outcome }) => [phone, outcome])).toEqual(
    usNumbers(7).map((number) => [number, "failed"]),
  );
});
