import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { usNumbers } from "./audience";
import { open } from "./open";
import { owner } from "./owner";
import { doneRunOf } from "./runs";
import { resetSandbox } from "./sandbox";
import { fillSignIn, stranger } from "./sign-in";

let id = "";

test.beforeAll(async ({ playwright }) => {
  const request = await playwright.request.newContext(test.info().project.use);
  await resetSandbox(request, { latencyMs: 0 });
  id = (await doneRunOf(request, { name: "Come back", numbers: usNumbers(3) })).id;
  await request.dispose();
});

test.describe("to a stranger", () => {
  test.use({ storageState: stranger });

  test("signing in leads to the address that was asked for", async ({ page }) => {
    const wanted = `/runs/${id}?tab=contacts&outcome=rcs`;
    await open(page, wanted);
    await expect(page).toHaveURL(`/sign-in?${new URLSearchParams({ next: wanted })}`);
    await page.getByLabel("Email").fill(owner.email);
    await page.getByLabel("Password").fill("not the password");
    await page.keyboard.press("Enter");
    await expect(page.getByText("Email or password is wrong.")).toBeVisible();
    await fillSignIn(page, owner);
    await expect(page).toHaveURL(wanted);
    await expect(page.getByRole("tab", { name: /^Contacts/, selected: true })).toBeVisible();
    // Who is signed in already goes on at once.
    await page.goto("/sign-in?next=/lookup");
    await expect(page).toHaveURL("/lookup");
  });

  for (const next of [
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example/",
    "/.//evil.example/",
    "/\t/evil.example/",
    "javascript:alert(document.domain)",
  ]) {
    test(`signing in with ${JSON.stringify(next)} as the way on leads to the overview`, async ({
      page,
      baseURL,
    }) => {
      await open(page, `/sign-in?${new URLSearchParams({ next })}`);
      await fillSignIn(page, owner);
      await page.waitForURL((url) => url.pathname !== "/sign-in");
      expect(page.url()).toBe(new URL("/", baseURL).href);
    });
  }
});

/** Takes the session from the browser, as when its time is over. */
const endSession = (page: Page) => page.context().clearCookies({ name: "next-auth.session-token" });
const notice = (page: Page) => page.getByRole("alert").filter({ hasText: "You are signed out" });

test("a page whose session ended while it was open says so, and leads back to where one was", async ({
  page,
}) => {
  await open(page, `/runs/${id}`);
  await endSession(page);
  await page.getByRole("tab", { name: /^Contacts/ }).click();
  await expect(notice(page)).toContainText("Your session has ended");
  await expectAccessible(page);
  await notice(page).getByRole("link", { name: "Sign in again" }).click();
  await expect(page).toHaveURL(
    `/sign-in?${new URLSearchParams({ next: `/runs/${id}?tab=contacts` })}`,
  );
  await fillSignIn(page, owner);
  await expect(page).toHaveURL(`/runs/${id}?tab=contacts`);
  await expect(page.getByRole("rowheader")).toHaveCount(3);
});

test("the same for what is sent, and signing in in another tab takes the notice back", async ({
  page,
}) => {
  await resetSandbox(page.request, { latencyMs: 0 });
  const cookies = await page.context().cookies();
  await open(page, "/lookup");
  await endSession(page);
  await page.getByLabel("Phone number").fill("+14152000003");
  await page.getByRole("button", { name: "Check now" }).click();
  await expect(notice(page)).toBeVisible();
  await expect(page.getByLabel("Phone number")).toHaveValue("+14152000003");
  await page.context().addCookies(cookies);
  await page.getByRole("button", { name: "Check now" }).click();
  await expect(page.getByText("Checked in this visit")).toBeVisible();
  await expect(notice(page)).toHaveCount(0);
});

test("a way to another page without a session leads there by way of the sign-in", async ({
  page,
}) => {
  await open(page, `/runs/${id}`);
  await endSession(page);
  await page.getByRole("navigation").getByRole("link", { name: "Accounts" }).first().click();
  await expect(page).toHaveURL("/sign-in?next=%2Faccounts");
  await fillSignIn(page, owner);
  await expect(page).toHaveURL("/accounts");
});

const nobodysId = "00000000-0000-4000-8000-000000000000";
for (const { path, title, way } of [
  { path: `/runs/${nobodysId}`, title: "There is no such run", way: "/runs" },
  { path: "/runs/nonsense?tab=contacts", title: "There is no such run", way: "/runs" },
  { path: `/runs/${nobodysId}/report`, title: "There is no such run", way: "/runs" },
  { path: `/accounts/${nobodysId}`, title: "There is no such account", way: "/accounts" },
  { path: "/accounts/nonsense", title: "There is no such account", way: "/accounts" },
  { path: "/nowhere/at/all", title: "There is nothing at this address", way: "/" },
]) {
  test(`${path} is answered with 404 and a way on`, async ({ page }) => {
    const answer = await open(page, path);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(page).toHaveTitle(/ not found · RCS Reach$/);
    await expectAccessible(page);
    await page.getByRole("main").locator(`a[href="${way}"]`).last().click();
    await expect(page).toHaveURL(way);
  });
}
