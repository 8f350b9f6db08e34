import { randomUUID } from "node:crypto";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { sandboxAccount } from "./accounts";
import { open } from "./open";
import { fillSignIn, sendSignIn, stranger } from "./sign-in";

const password = "a password of the tests";

/** A browser of somebody else. */
const anotherPage = (browser: Browser) => browser.newPage({ storageState: stranger });

const peoplePage = async (page: Page) =>
  `/accounts/${(await sandboxAccount(page.request)).id}/people`;

const rowOf = (page: Page, text: string) => page.getByRole("listitem").filter({ hasText: text });

async function shownLink(page: Page): Promise<string> {
  const field = page.getByRole("dialog").getByLabel("Link", { exact: true });
  await expect(field).toHaveValue(/#[\w-]{43}$/);
  return field.inputValue();
}

/** Invites somebody as the owner. Returns the link. */
async function invite(page: Page, email: string, role: "Viewer" | "Analyst"): Promise<string> {
  await open(page, await peoplePage(page));
  await page.getByRole("button", { name: "Invite somebody" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Email").fill(email);
  await dialog.getByRole("radio", { name: role }).check({ force: true });
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Make the link" }).click();
  const link = await shownLink(page);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Done" }).click();
  return link;
}

/** Takes up an invite as somebody new. */
async function join(page: Page, link: string, name: string): Promise<void> {
  await open(page, link);
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Password").fill(password);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Join" }).click();
  await expect(page).toHaveURL("/");
}

async function choose(page: Page, person: string, deed: string): Promise<void> {
  await page.getByRole("button", { name: `More about ${person}` }).click();
  await page.getByRole("menuitem", { name: deed }).click();
}

test("an owner invites a viewer, who sees no numbers, and is shut out at once when disabled", async ({
  page,
  browser,
}) => {
  const email = `${randomUUID()}@example.com`;
  const name = "Vera Viewer";
  const link = await invite(page, email, "Viewer");
  await expect(rowOf(page, email)).toContainText("Works until");
  const hers = await anotherPage(browser);
  await join(hers, link, name);
  await expect(hers.getByRole("link", { name: "Check an audience" })).toHaveCount(0);
  await open(hers, await peoplePage(page));
  await expect(hers.getByRole("list", { name: "People" }).getByRole("listitem")).toHaveText([
    /Vera Viewer.*you.*Viewer/,
  ]);
  await expect(hers.getByRole("button", { name: "Invite somebody" })).toHaveCount(0);

  // The link is used up.
  const third = await anotherPage(browser);
  await open(third, link);
  await expect(third.getByRole("heading", { name: "This link does not work" })).toBeVisible();
  await expectAccessible(third);

  await open(page, await peoplePage(page));
  await expect(page.getByRole("list", { name: "Open invites" })).toHaveCount(0);
  await choose(page, name, "Disable");
  await expect(rowOf(page, email)).toContainText("Disabled");
  expect((await hers.request.get("/api/accounts")).status()).toBe(401);
  await hers.reload();
  await expect(hers).toHaveURL(/\/sign-in/);
  await fillSignIn(hers, { email, password });
  await expect(hers.getByRole("alert").filter({ hasText: /\w/ })).toHaveText(
    "Email or password is wrong.",
  );
  await choose(page, name, "Enable");
  await expect(rowOf(page, email)).not.toContainText("Disabled");
  await fillSignIn(hers, { email, password });
  await expect(hers).toHaveURL(/\/people$/);
  await choose(page, name, "Remove");
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(rowOf(page, email)).toHaveCount(0);
  await hers.context().close();
  await third.context().close();
});

test("an owner raises a role and hands over a link to a new password", async ({
  page,
  browser,
}) => {
  const email = `${randomUUID()}@example.com`;
  const name = "Anna Abel";
  const theirs = await anotherPage(browser);
  await join(theirs, await invite(page, email, "Viewer"), name);
  await open(page, await peoplePage(page));
  await choose(page, name, "Change role");
  await page.getByRole("dialog").getByRole("radio", { name: "Analyst" }).check({ force: true });
  await page.getByRole("button", { name: "Change the role" }).click();
  await expect(rowOf(page, email)).toContainText("Analyst");
  await theirs.reload();
  await expect(theirs).toHaveURL(/\/sign-in/);

  await choose(page, name, "Link to a new password");
  await page.getByRole("button", { name: "Make the link" }).click();
  await open(theirs, await shownLink(page));
  await expectAccessible(theirs);
  await theirs.getByLabel("New password").fill("another password");
  await theirs.getByRole("button", { name: "Set the password and sign in" }).click();
  await expect(theirs).toHaveURL("/");
  await expect(theirs.getByRole("link", { name: "Check an audience" }).first()).toBeVisible();

  // And they change it themselves.
  await open(theirs, "/settings");
  await theirs.getByLabel("Present password").fill("not this one");
  await theirs.getByLabel("New password").fill(password);
  await theirs.getByRole("button", { name: "Change the password" }).click();
  await expect(theirs.getByText("This is not your present password.")).toBeVisible();
  await theirs.getByLabel("Present password").fill("another password");
  await theirs.getByRole("button", { name: "Change the password" }).click();
  await expect(theirs.getByText("Your password was changed")).toBeVisible();
  await expect(theirs.getByLabel("New password")).toHaveValue("");
  expect((await theirs.request.get("/api/accounts")).status()).toBe(200);
  await theirs.context().close();
});

test("the last owner stays: the page says why", async ({ page }) => {
  await open(page, await peoplePage(page));
  await choose(page, "Olivia Owner", "Disable");
  await expect(page.getByRole("alert").filter({ hasText: /\w/ })).toHaveText(
    "This is the only owner of the account. Make somebody else an owner first.",
  );
});

test("somebody signed in as another is told so, and an invite can be withdrawn", async ({
  page,
}) => {
  const email = `${randomUUID()}@example.com`;
  const link = await invite(page, email, "Analyst");
  await open(page, link);
  await expect(page.getByText("You are signed in as somebody else")).toBeVisible();
  await expectAccessible(page);
  await open(page, await peoplePage(page));
  await page.getByRole("button", { name: `Withdraw the invite of ${email}` }).click();
  await expect(rowOf(page, email)).toHaveCount(0);
  await open(page, link);
  await expect(page.getByRole("heading", { name: "This link does not work" })).toBeVisible();
});

test("too many wrong passwords: the page says how long to wait, however the client calls itself", async ({
  browser,
}) => {
  const email = `${randomUUID()}@example.com`;
  const page = await browser.newPage({
    storageState: stranger,
    extraHTTPHeaders: { "X-Client-Address": randomUUID(), "X-Forwarded-For": "203.0.113.9" },
  });
  await sendSignIn(page, { email, password: "not it at all" });
  const alert = page.locator("form").getByRole("alert").filter({ hasText: /\w/ });
  await expect(alert).toHaveText("Email or password is wrong.");
  for (let tries = 1; tries < 5; tries++) {
    // Each time another address, were it believed.
    await page.setExtraHTTPHeaders({ "X-Client-Address": `203.0.113.${tries}` });
    const answer = page.waitForResponse(/callback\/credentials/);
    await page.getByRole("button", { name: "Sign in" }).click();
    expect((await answer).status()).toBe(401);
  }
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(alert).toHaveText(/^Too many tries\. Wait \d+ seconds?, then try again\.$/);
  await expectAccessible(page);
  await page.context().close();
});
