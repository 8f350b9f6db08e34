import { expect, type Page, test } from "@playwright/test";
import { answerFor } from "../sandbox/answers";
import { expectAccessible } from "./accessible";
import { connectAccount, removeConnectedAccounts } from "./accounts";
import { usNumbers } from "./audience";
import { chooseOption } from "./choose";
import { open } from "./open";
import { doneRunOf } from "./runs";
import { resetSandbox } from "./sandbox";

const all = usNumbers(40);
const first = all.slice(0, 30);
const second = all.slice(10);
const shared = all.slice(10, 30);
const ids: { spring: string; autumn: string; failed: string; elsewhere: string } = {
  spring: "",
  autumn: "",
  failed: "",
  elsewhere: "",
};
let accountId = "";

test.beforeAll(async ({ playwright }) => {
  const request = await playwright.request.newContext(test.info().project.use);
  await resetSandbox(request, { latencyMs: 0 });
  accountId = (await connectAccount(request)).id;
  const run = async (name: string, numbers: string[], account?: string) => {
    const { id } = await doneRunOf(request, { name, numbers, accountId: account });
    return id;
  };
  ids.spring = await run("Spring list", first, accountId);
  ids.autumn = await run("Autumn list", second, accountId);
  ids.elsewhere = await run("Of another account", first);
  await resetSandbox(request, { latencyMs: 0, failEvery: { n: 1, how: "redirect" } });
  ids.failed = await run("All failed", all.slice(0, 5), accountId);
  await resetSandbox(request);
  await request.dispose();
});

test.afterAll(async ({ playwright }) => {
  const request = await playwright.request.newContext(test.info().project.use);
  await removeConnectedAccounts(request);
  await request.dispose();
});

const stat = (page: Page, label: string) =>
  page.getByRole("main").getByText(label, { exact: true }).locator("..");

test("from a run another one is chosen, and what changed is told, the older run first", async ({
  page,
}) => {
  await open(page, `/runs/${ids.autumn}`);
  await page.getByRole("button", { name: "More about this run" }).click();
  await page.getByRole("menuitem", { name: "Compare with another run" }).click();
  await expect(page.getByText("Choose a run to compare with")).toBeVisible();
  await expectAccessible(page);
  await chooseOption(page, "Compare with", "Spring list");
  await expect(page).toHaveURL(new RegExp(`with=${ids.spring}`));
  const headings = page.getByRole("main").getByRole("heading", { level: 2 });
  await expect(headings.first()).toHaveText("Spring list");
  await expect(headings.nth(1)).toHaveText("Autumn list");
  const reachable = shared.filter((number) => answerFor(number).rcs).length;
  await expect(page.getByText("20 numbers are in both runs.")).toBeVisible();
  await expect(
    page.getByText("10 numbers are in the first run only, 10 in the second only."),
  ).toBeVisible();
  await expect(stat(page, "Became reachable")).toContainText(/^Became reachable0/);
  await expect(stat(page, "Unchanged")).toContainText(
    `20${reachable} reachable, ${20 - reachable} not on RCS`,
  );
  await expect(
    page.getByText(
      "Of the 20 numbers with an answer in both runs, the share that can receive RCS is the same in both. 20 numbers have an answer in only one of the runs.",
    ),
  ).toBeVisible();
  await expectAccessible(page);
});

test("a run without answers changes nothing: its numbers cannot be compared", async ({ page }) => {
  await open(page, `/runs/${ids.spring}/compare?with=${ids.failed}`);
  await expect(page.getByText("One of the runs has no answers to compare.")).toBeVisible();
  await expect(stat(page, "Cannot be compared")).toContainText(/^Cannot be compared5/);
  await expect(stat(page, "Stopped being reachable")).toContainText(/^Stopped being reachable0/);
});

test("two runs without a number in common say so", async ({ page }) => {
  await open(page, `/runs/${ids.autumn}/compare?with=${ids.failed}`);
  await expect(page.getByText(/^The two runs have no number in common/)).toBeVisible();
});

test("a run of another account is neither offered nor compared", async ({ page }) => {
  await open(page, `/runs/${ids.spring}/compare`);
  await page.getByRole("button", { name: /Compare with$/ }).click();
  const offered = page.getByRole("option", { name: /Autumn list/ });
  // Runs of one list bear one name: day, time and rate tell them apart.
  await expect(offered).toContainText(/\d \w{3} \d{4}, \d\d:\d\d · [\d.]+% of 30 contacts/);
  await expect(page.getByRole("option", { name: /another account/ })).toHaveCount(0);
  await open(page, `/runs/${ids.spring}/compare?with=${ids.elsewhere}`);
  await expect(page.getByRole("heading", { name: "There is no such run" })).toBeVisible();
});

test("the first run of an account has nothing to be compared with yet", async ({ page }) => {
  const other = await connectAccount(page.request, { name: "Lonely", sid: "HXLONELY00000001IN" });
  // Done, since an account can't be removed while a run of it goes.
  const { id } = await doneRunOf(page.request, {
    name: "The only one",
    numbers: all.slice(0, 3),
    accountId: other.id,
  });
  await open(page, `/runs/${id}/compare`);
  await expect(page.getByText("No other run yet")).toBeVisible();
});
