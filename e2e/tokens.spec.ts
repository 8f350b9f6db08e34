import { expect, test } from "@playwright/test";
import { operations } from "../lib/api/operations";
import { expectAccessible } from "./accessible";
import { connectAccount, removeConnectedAccounts, sandboxAccount } from "./accounts";
import { read } from "./api";
import { chooseOption } from "./choose";
import { expectVisibleFocus } from "./focus";
import { open, reload } from "./open";
import { signInByHttp, stranger } from "./sign-in";
import { listTokens, makeToken, revokeTokens } from "./tokens";

test.afterEach(async ({ request }) => {
  await revokeTokens(request);
  await removeConnectedAccounts(request);
});

const nobodysId = "00000000-0000-4000-8000-000000000000";
const evil = { Origin: "https://evil.example.com" };

test("an owner makes a token, sees it once, uses it and revokes it", async ({
  page,
  playwright,
  baseURL,
}) => {
  const account = await sandboxAccount(page.request);
  await open(page, `/accounts/${account.id}`);
  await page.getByRole("link", { name: "Manage API tokens" }).click();
  await expect(page.getByRole("heading", { name: "API tokens" })).toBeVisible();
  await page.getByRole("button", { name: "Make a token" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Make the token" }).click();
  await expect(dialog.getByText("Give the token a name.")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel("Name").fill("Nightly check");
  await chooseOption(page, "Ends after", "30 days");
  await dialog.getByRole("button", { name: "Make the token" }).click();
  await expect(dialog.getByText("Nightly check was made")).toBeVisible();
  await expectAccessible(page);
  const secret = await dialog.getByLabel("Token").inputValue();
  expect(secret).toMatch(/^rcsr_[\w-]{43}$/);
  await dialog.getByRole("button", { name: "Done" }).click();

  const row = page.getByRole("row", { name: /Nightly check/ });
  await expect(row).toContainText("Works");
  await expect(row).toContainText("Never");
  await reload(page);
  expect(await page.content()).not.toContain(secret);
  const script = await playwright.request.newContext({
    baseURL,
    storageState: stranger,
    extraHTTPHeaders: { Authorization: `Bearer ${secret}` },
  });
  const { items } = await (await script.get("/api/accounts")).json();
  expect(items).toEqual([{ ...account, role: "analyst" }]);
  await reload(page);
  await expect(row).not.toContainText("Never");
  await expectAccessible(page);
  await expectVisibleFocus(page);

  await row.getByRole("button", { name: "Revoke Nightly check" }).click();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Revoke the token" }).click();
  await expect(row).toContainText("Revoked");
  expect((await script.get("/api/accounts")).status()).toBe(401);
  await script.dispose();
});

test("a token reaches one account alone, and of all operations those that are open to it", async ({
  request,
  playwright,
  baseURL,
}) => {
  const own = await sandboxAccount(request);
  const other = await connectAccount(request);
  const { secret } = await makeToken(request, own.id);
  const before = await read(request, "/api/accounts");
  const script = await playwright.request.newContext({
    baseURL,
    storageState: stranger,
    extraHTTPHeaders: { Authorization: `Bearer ${secret}` },
  });
  const { items } = await (await script.get("/api/accounts")).json();
  expect(items.map(({ id }: { id: string }) => id)).toEqual([own.id]);
  expect((await script.get(`/api/accounts/${other.id}`)).status()).toBe(404);
  expect((await script.get("/api/openapi.json")).status()).toBe(200);
  for (const { method, path, isPublic, isForTokens } of operations) {
    if (isPublic) continue;
    // Of its own account or of nothing: those that are open answer what is missing or wrong.
    const address = path.replace("/api/accounts/{id}", `/api/accounts/${own.id}`);
    const answer = await script.fetch(address.replaceAll(/\{\w+\}/g, nobodysId), {
      method,
      data: {},
    });
    const status = answer.status();
    if (isForTokens) expect.soft([200, 400, 404], `${method} ${path}`).toContain(status);
    else expect.soft(status, `${method} ${path}`).toBe(403);
  }
  // A page is for people.
  const page = await script.get("/accounts", { maxRedirects: 0 });
  expect(page.headers().location).toMatch(/^\/sign-in/);
  expect(await read(request, "/api/accounts")).toEqual(before);
  await script.dispose();
});

test("with a token and a session in one request, the token decides", async ({
  request,
  playwright,
  baseURL,
}) => {
  const account = await sandboxAccount(request);
  const { secret } = await makeToken(request, account.id, { role: "viewer" });
  const both = await playwright.request.newContext({ baseURL, storageState: stranger });
  await signInByHttp(both);
  const bearer = (value: string) => ({ headers: { Authorization: value } });
  // A bad token is no way to the session that comes with it.
  for (const value of [
    "Bearer rcsr_unknown",
    "Bearer",
    `Bearer ${secret}x`,
    `bearer ${secret} x`,
  ]) {
    const answer = await both.get("/api/accounts", bearer(value));
    expect(answer.status(), value).toBe(401);
    expect(answer.headers()["www-authenticate"]).toBe("Bearer");
    expect((await answer.json()).code).toBe("bad_token");
  }
  // The owner's session adds nothing to a viewer's token.
  const { items } = await (await both.get("/api/accounts", bearer(`bearer ${secret}`))).json();
  expect(items).toMatchObject([{ role: "viewer" }]);
  const data = { accountId: account.id, name: "Both", fileName: "both.csv", rows: 1, blank: 0 };
  const write = await both.post("/api/runs", { data, ...bearer(`Bearer ${secret}`) });
  expect(write.status()).toBe(403);
  // Nor does a token's scheme excuse a session from its Origin.
  for (const headers of [{ ...evil, Authorization: "Basic b3A6b3A=" }, evil, {}]) {
    const answer = await both.post("/api/runs", { data, headers });
    expect((await answer.json()).code).toBe("wrong_origin");
  }
  // Another site that knows a token needs no cookie: the token is all that counts.
  const script = await playwright.request.newContext({ baseURL, storageState: stranger });
  const analyst = await makeToken(request, account.id);
  const made = await script.post("/api/runs", {
    data,
    headers: { ...evil, Authorization: `Bearer ${analyst.secret}` },
  });
  expect(made.status()).toBe(201);
  const { id } = await made.json();
  const gone = await script.delete(`/api/runs/${id}`, bearer(`Bearer ${analyst.secret}`));
  expect(gone.status()).toBe(204);
  await both.dispose();
  await script.dispose();
});

test("a token can't outlive a year, nor be worth an owner", async ({ request }) => {
  const { id } = await sandboxAccount(request);
  for (const wrong of [{ days: 366 }, { days: 0 }, { role: "owner" }, { name: " " }]) {
    const answer = await request.post(`/api/accounts/${id}/tokens`, {
      data: { name: "Wrong", role: "analyst", days: 1, ...wrong },
      headers: { Origin: new URL((await request.get("/api/health")).url()).origin },
    });
    expect(answer.status(), JSON.stringify(wrong)).toBe(400);
  }
  expect((await listTokens(request)).map(({ name }) => name)).not.toContain("Wrong");
});
