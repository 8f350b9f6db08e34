import { expect, test } from "@playwright/test";
import type { RunView } from "../lib/api/runs";
import { expectAccessible } from "./accessible";
import { connectAccount, removeConnectedAccounts, sandboxAccount } from "./accounts";
import { read, write } from "./api";
import { csvFile, goToReview, openFile, runIsDone, startRun, usNumbers } from "./audience";
import { expectVisibleFocus } from "./focus";
import { open } from "./open";
import { draftOf, removeRuns, startRunOf } from "./runs";
import { resetSandbox, setSandbox } from "./sandbox";
import { stranger } from "./sign-in";

/*
 * Every page in every state. Those that take a story of their own are judged where it is told:
 * number details, the report, the account switcher, the list of keys, the settings, complaints of
 * an upload, an ended session, what is not found, the list of countries, the first-run page.
 */
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

test.describe.configure({ timeout: 120_000 });
// A test that fails must not leave a run that holds the places of the next one's calls.
test.afterEach(({ request }) => setSandbox(request, {}));

test.describe("to a stranger", () => {
  test.use({ storageState: stranger });

  test("sign-in with its complaints is accessible", async ({ page }) => {
    await open(page, "/sign-in");
    await expectVisibleFocus(page);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByText("Type your email address.")).toBeVisible();
    await expectAccessible(page);
  });
});

test("the overview and the list of runs are accessible, empty and filled", async ({ page }) => {
  await resetSandbox(page.request, { latencyMs: 0 });
  await removeRuns(page.request);
  await open(page, "/");
  await expect(page.getByText("Which of your contacts can receive RCS?")).toBeVisible();
  await expectAccessible(page);
  await open(page, "/runs");
  await expect(page.getByText("No runs yet")).toBeVisible();
  await expectAccessible(page);
  await startRunOf(page.request, { name: "Filled", numbers: usNumbers(5) });
  await draftOf(page.request, { name: "Begun", numbers: usNumbers(2) });
  for (const path of ["/", "/runs"]) {
    await open(page, path);
    await expect(page.getByRole("main").getByText("Filled", { exact: true }).first()).toBeVisible();
    await expectAccessible(page);
    await expectAccessible(page, 390);
    await expectVisibleFocus(page);
    await expectVisibleFocus(page, 1440);
  }
});

test("the steps of an upload and the page of its run are accessible", async ({ page }) => {
  await resetSandbox(page.request, { latencyMs: 0 });
  await open(page, "/runs/new");
  await expectAccessible(page);
  await expectVisibleFocus(page);
  await openFile(page, audience);
  await expect(page.getByRole("heading", { name: "Before and after" })).toBeVisible();
  await expectAccessible(page);
  await expectVisibleFocus(page);
  await goToReview(page);
  await expectAccessible(page);
  await expectVisibleFocus(page);
  const id = await startRun(page);
  await runIsDone(page);
  await expectAccessible(page);
  await expectVisibleFocus(page);
  for (const tab of ["contacts", "invalid", "duplicates", "lookups"]) {
    await open(page, `/runs/${id}?tab=${tab}`);
    await expect(page.getByRole("tabpanel").getByRole("row").nth(1)).toBeVisible();
    await expectAccessible(page);
    await expectVisibleFocus(page);
  }
  await open(page, `/runs/${id}/report`);
  await expectVisibleFocus(page);
});

test("lists that have nothing to show, or could not be loaded, are accessible", async ({
  page,
}) => {
  await resetSandbox(page.request, { latencyMs: 0 });
  const { id } = await startRunOf(page.request, { name: "Nothing", numbers: usNumbers(3) });
  await open(page, `/runs/${id}?tab=contacts&outcome=failed`);
  await expect(page.getByText("No contact matches")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: /Outcome$/ }).click();
  await expect(page.getByRole("listbox")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  for (const [tab, words] of [
    ["invalid", "No invalid rows"],
    ["duplicates", "No duplicates"],
  ] as const) {
    await open(page, `/runs/${id}?tab=${tab}`);
    await expect(page.getByText(words)).toBeVisible();
    await expectAccessible(page);
  }
  // An answer that says no is not asked for again; one of 500 is, for some seconds.
  await page.route("**/api/runs/*/contacts**", (route) => route.fulfill({ status: 403, body: "" }));
  await page.getByRole("tab", { name: /^Contacts/ }).click();
  await expect(page.getByText("The contacts could not be loaded")).toBeVisible();
  await expectAccessible(page);
});

test("a run with failures, its ledger and the question before a retry are accessible", async ({
  page,
}) => {
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
  // Judged last as on a phone, where what a run needs stands on its first tab.
  await page.getByRole("tab", { name: "Overview" }).click();
  await page.getByRole("button", { name: "Retry those without an answer" }).click();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await expectAccessible(page);
});

test("a draft and the question before its start are accessible", async ({ page }) => {
  const whole = await draftOf(page.request, { name: "Whole", numbers: usNumbers(3) });
  const part = await draftOf(page.request, { name: "Part", numbers: usNumbers(3), rows: 9 });
  await open(page, `/runs/${part.id}`);
  await expect(page.getByText("The upload was not finished")).toBeVisible();
  await expectAccessible(page);
  await open(page, `/runs/${whole.id}`);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Start 3 lookups" }).click();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await expectAccessible(page);
});

test("a run is accessible while it goes, when it is paused, failed and cancelled", async ({
  page,
}) => {
  await resetSandbox(page.request, { holdAfter: 4 });
  const { id } = await startRunOf(page.request, { name: "Held", numbers: usNumbers(30) });
  await open(page, `/runs/${id}`);
  await expect(page.getByText("4 of 30 numbers", { exact: true })).toBeVisible();
  await expectAccessible(page);
  await expectVisibleFocus(page);
  await page.getByRole("button", { name: "Cancel the run" }).click();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByRole("button", { name: "Resume" })).toBeVisible();
  await expectAccessible(page);

  // Only a fault of the server itself makes a whole run fail.
  const run = await read<RunView>(page.request, `/api/runs/${id}`);
  const reason = { kind: "internal", title: "RCS Reach stumbled", detail: "Resume the run." };
  await page.route(`**/api/runs/${id}`, (route) =>
    route.fulfill({ json: { ...run, status: "failed", reason } }),
  );
  await expect(page.getByText("RCS Reach stumbled").first()).toBeVisible();
  await expectAccessible(page);
  await page.unroute(`**/api/runs/${id}`);

  await write(page.request, "POST", `/api/runs/${id}/cancel`);
  await setSandbox(page.request, {});
  await open(page, `/runs/${id}`);
  await expect(page.getByText("Cancelled", { exact: true }).first()).toBeVisible();
  await expectAccessible(page);
});

test("a run that waits for Kaleyra, and one whose key was refused, are accessible", async ({
  page,
}) => {
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

test("a quick check is accessible: before, answered, complained about and failed", async ({
  page,
}) => {
  await resetSandbox(page.request, { latencyMs: 0 });
  await open(page, "/lookup");
  await expectAccessible(page);
  const check = page.getByRole("button", { name: "Check now" });
  await check.click();
  await expect(page.getByText("Type a phone number.")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Phone number").fill(one ?? "");
  await check.click();
  await expect(page.getByText("Checked in this visit")).toBeVisible();
  await expectAccessible(page);
  await expectVisibleFocus(page);
  await setSandbox(page.request, { refuseKey: true });
  await page.getByLabel("Phone number").fill(two ?? "");
  await check.click();
  await expect(page.getByText("Kaleyra refused the key").first()).toBeVisible();
  await expectAccessible(page);
});

test("the pages of accounts are accessible, and what they answer", async ({ page }) => {
  await resetSandbox(page.request, { latencyMs: 0 });
  const { id: sandbox } = await sandboxAccount(page.request);
  const { id } = await connectAccount(page.request);
  for (const path of ["/accounts", "/accounts/new", `/accounts/${id}`]) {
    await open(page, path);
    await expectAccessible(page);
    await expectVisibleFocus(page);
  }
  await page.getByRole("button", { name: "Remove the account" }).click();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await expectAccessible(page);
  await open(page, `/accounts/${sandbox}`);
  await page.getByLabel("Phone number").fill("+14152000003");
  await page.getByRole("button", { name: "Look up this number" }).click();
  await expect(page.getByRole("main").getByRole("status").first()).toBeVisible();
  await expectAccessible(page);
  await open(page, "/accounts/new");
  await page.getByRole("button", { name: /^Connect|^Add/ }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page);
  await removeConnectedAccounts(page.request);
});

test("open menus, dialogs and the tables behind charts are accessible", async ({ page }) => {
  await resetSandbox(page.request, { latencyMs: 0 });
  const { id } = await startRunOf(page.request, { name: "Menus", numbers: usNumbers(3) });
  await open(page, `/runs/${id}`);
  await runIsDone(page);
  await page.getByRole("radio", { name: "Table" }).first().check({ force: true });
  await expect(page.getByRole("table", { name: "Carriers" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Export segment" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  const more = page.getByRole("button", { name: "More about this run" });
  await more.click();
  await expect(page.getByRole("menu")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("menuitem", { name: "Rename" }).click();
  await expect(page.getByRole("dialog", { name: "Rename the run" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await more.click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  for (const width of [390, 1440] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.getByRole("button", { name: /^Your account/ }).click();
    await expect(page.getByRole("menu")).toBeVisible();
    await expectAccessible(page, width);
    await page.keyboard.press("Escape");
  }
  await open(page, "/settings");
  await expectVisibleFocus(page);
});
