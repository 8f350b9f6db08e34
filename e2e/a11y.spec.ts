import { expect, test } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { connectAccount, removeConnectedAccounts, sandboxAccount } from "./accounts";
import { write } from "./api";
import { csvFile, goToReview, openFile, runIsDone, startRun, usNumbers } from "./audience";
import { open } from "./open";
import { startRunOf } from "./runs";
import { resetSandbox, setSandbox } from "./sandbox";
import { stranger } from "./sign-in";

const [one, two, three] = usNumbers(3).map((number) => number.replace("+1", ""));
const audience = csvFile("everything.csv", [
  "Phone,Name,A column with a rather long name,Country",
  `${one},Anna,some text,US`,
  `(${one?.slice(0, 3)}) ${one?.slice(3)},Anna,some text,US`,
  `${two},Ben,averylongwordwithoutanyspacethatcannotbebrokenanywhereatall,US`,
  `${three},Cleo,some text,US`,
  "+4915123456789,Dora,some text,DE",
  "1.41555E+10,Emil,some text,US",
  "12345,Fay,some text,US",
  ",Gus,some text,US",
]);

test.describe("to a stranger", () => {
  test.use({ storageState: stranger });

  test("sign-in with its complaints is accessible", async ({ page }) => {
    await open(page, "/sign-in");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByText("Type your email address.")).toBeVisible();
    await expectAccessible(page);
  });
});

test("the steps of an upload and the page of its run are accessible", async ({ page }) => {
  test.setTimeout(120_000);
  await resetSandbox(page.request, { latencyMs: 0 });
  await open(page, "/runs/new");
  await expectAccessible(page);
  await openFile(page, audience);
  await expect(page.getByRole("heading", { name: "Before and after" })).toBeVisible();
  await expectAccessible(page);
  await goToReview(page);
  await expectAccessible(page);
  const id = await startRun(page);
  await runIsDone(page);
  await expectAccessible(page);
  for (const tab of ["contacts", "invalid", "duplicates", "lookups"]) {
    await open(page, `/runs/${id}?tab=${tab}`);
    await expect(page.getByRole("tabpanel").getByRole("row").nth(1)).toBeVisible();
    await expectAccessible(page);
  }
});

test("a run with failures, its ledger and the question before a retry are accessible", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await resetSandbox(page.request, {
    latencyMs: 0,
    failNumbers: { share: 0.4, how: "redirect" },
    missingShare: 0.4,
  });
  const { id } = await startRunOf(page.request, { name: "Faults", numbers: usNumbers(12) });
  await open(page, `/runs/${id}?tab=lookups`);
  await runIsDone(page);
  await expect(page.getByRole("tabpanel").getByRole("row").nth(1)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Retry those without an answer" }).click();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await expectAccessible(page);
});

test("a run that waits for Kaleyra, and one that is paused, are accessible", async ({ page }) => {
  test.setTimeout(120_000);
  const { id: accountId } = await connectAccount(page.request);
  await resetSandbox(page.request, { latencyMs: 0, failEvery: { n: 1, how: "rcs_500" } });
  const { id } = await startRunOf(page.request, {
    name: "Waiting",
    numbers: usNumbers(12),
    accountId,
  });
  await open(page, `/runs/${id}`);
  await expect(page.getByText("Waiting: Kaleyra does not answer")).toBeVisible();
  await expectAccessible(page);
  await write(page.request, "POST", `/api/runs/${id}/cancel`);
  await setSandbox(page.request, { latencyMs: 0, refuseKey: true });
  const paused = await startRunOf(page.request, { name: "Refused", numbers: usNumbers(12) });
  await open(page, `/runs/${paused.id}`);
  await expect(page.getByText("Paused: Kaleyra refused the key")).toBeVisible();
  await expectAccessible(page);
  await setSandbox(page.request, {});
  await removeConnectedAccounts(page.request);
});

test("the overview and the list of runs are accessible", async ({ page }) => {
  await open(page, "/");
  await expectAccessible(page);
  await open(page, "/runs");
  await expectAccessible(page);
});

test("a quick check with its answer is accessible", async ({ page }) => {
  await resetSandbox(page.request, { latencyMs: 0 });
  await open(page, "/lookup");
  await page.getByLabel("Phone number").fill(one ?? "");
  await page.getByRole("button", { name: "Check now" }).click();
  await expect(page.getByText("Checked in this visit")).toBeVisible();
  await expectAccessible(page);
});

test("the pages of accounts are accessible", async ({ page }) => {
  const { id } = await sandboxAccount(page.request);
  for (const path of ["/accounts", "/accounts/new", `/accounts/${id}`]) {
    await open(page, path);
    await expectAccessible(page);
  }
});

test("open menus and dialogs are accessible", async ({ page }) => {
  await resetSandbox(page.request, { latencyMs: 0 });
  const { id } = await startRunOf(page.request, { name: "Menus", numbers: usNumbers(3) });
  await open(page, `/runs/${id}`);
  await runIsDone(page);
  await page.getByRole("button", { name: "Take the segment" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "More about this run" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await expectAccessible(page);
});
