import { expect, test } from "@playwright/test";
import { connectAccount, removeConnectedAccounts } from "./accounts";
import { read } from "./api";
import { chooseOption } from "./choose";
import { open, reload } from "./open";
import { resetSandbox, sandboxLog, setSandbox } from "./sandbox";

const number = "+14152000003";
const secret = "kaleyra-key-that-nobody-may-see-again";

test.beforeEach(({ request }) => resetSandbox(request));
test.afterEach(({ request }) => removeConnectedAccounts(request));

test("an account is connected beside a guide, and its key is never shown again", async ({
  page,
}) => {
  await open(page, "/accounts");
  await page.getByRole("link", { name: /^(Connect|Add)/ }).click();
  await expect(page.getByText("Finish the identity check (KYC).")).toBeVisible();
  await expect(page.getByText("to configure the RCS channel")).toBeVisible();
  await expect(page.getByText("View API Key and SID")).toBeVisible();

  const bodies: Promise<string>[] = [];
  page.on("response", (response) => bodies.push(response.text().catch(() => "")));
  await page.getByLabel("Name").fill("Acme Kaleyra");
  await page.getByLabel("Account SID").fill("HXAP1234567890IN");
  await page.getByLabel("API key").fill(secret);
  await page.getByRole("button", { name: "Connect the account" }).click();
  await expect(page.getByRole("heading", { name: "Acme Kaleyra" })).toBeVisible();
  await expect(page).toHaveURL(/\/accounts\/[0-9a-f-]{36}$/);

  await reload(page);
  await expect(page.getByText("HXAP1234567890IN").first()).toBeVisible();
  expect(await page.content()).not.toContain(secret);
  const path = new URL(page.url()).pathname;
  bodies.push(page.request.get(`/api${path}`).then((answer) => answer.text()));
  bodies.push(page.request.get("/api/accounts").then((answer) => answer.text()));
  await open(page, "/accounts");
  await expect(page.getByRole("link", { name: /Acme Kaleyra/ })).toBeVisible();
  expect(await page.content()).not.toContain(secret);
  const seen = await Promise.all(bodies);
  expect(seen.some((body) => body.includes("HXAP1234567890IN"))).toBe(true);
  expect(seen.filter((body) => body.includes(secret))).toEqual([]);
});

for (const { claim, settings, apiKey, title, advice } of [
  {
    claim: "a connection that works",
    title: "The connection works",
    advice: `Kaleyra answered: ${number}`,
  },
  {
    claim: "a refused key",
    apiKey: "not-the-right-key",
    title: "Kaleyra refused the key",
    advice: "Check the SID and the API key of the account.",
  },
  {
    claim: "an account without RCS",
    settings: { rcsDisabled: true },
    title: "RCS is not enabled on the Kaleyra account",
    advice: "Ask your Kaleyra representative to configure RCS for this SID",
  },
  {
    claim: "a Kaleyra that breaks off",
    settings: { failEvery: { n: 1, how: "reset" as const } },
    title: "The connection broke off",
    advice: "Try again.",
  },
]) {
  test(`the check says in place and in plain words: ${claim}`, async ({ page }) => {
    const account = await connectAccount(page.request, apiKey ? { apiKey } : {});
    await setSandbox(page.request, settings ?? {});
    await open(page, `/accounts/${account.id}`);
    const check = page.locator("form").filter({ has: page.getByLabel("Phone number") });
    await check.getByLabel("Phone number").fill(number);
    await check.getByRole("button", { name: "Look up this number" }).click();
    await expect(check.getByText(title)).toBeVisible();
    await expect(check.getByText(advice)).toBeVisible();
    await expect(check.getByLabel("Phone number")).toHaveValue(number);
    const { totals, byOperation } = await sandboxLog(page.request);
    expect(totals.calls).toBe(1);
    expect(Object.keys(byOperation)).toEqual(["single_lookup"]);
  });
}

test("a key that was replaced is the one that is used", async ({ page }) => {
  const { id } = await connectAccount(page.request, { apiKey: "not-the-right-key" });
  await open(page, `/accounts/${id}`);
  await page.getByLabel("New API key").fill("sandbox-key");
  await page.getByRole("button", { name: "Replace the key" }).click();
  await expect(page.getByText("The key was replaced")).toBeVisible();
  await page.getByLabel("Phone number").fill(number);
  await page.getByRole("button", { name: "Look up this number" }).click();
  await expect(page.getByText("The connection works")).toBeVisible();
});

test("a number that can't be read is refused at its field, without a call", async ({ page }) => {
  const { id } = await connectAccount(page.request);
  await open(page, `/accounts/${id}`);
  await page.getByLabel("Phone number").fill("my phone");
  await page.getByRole("button", { name: "Look up this number" }).click();
  await expect(page.getByLabel("Phone number")).toHaveAccessibleDescription(/no digits/);
  expect((await sandboxLog(page.request)).totals.calls).toBe(0);
});

for (const { host, sentence } of [
  { host: "rcs-api.kaleyra.io.example.com", sentence: /Only hosts under kaleyra\.io/ },
  { host: "http://rcs-api.na.kaleyra.io", sentence: /over https only/ },
  { host: "127.0.0.1", sentence: /IP address is not accepted/ },
]) {
  test(`the host ${host} is refused next to its field`, async ({ page }) => {
    await open(page, "/accounts/new");
    await page.getByLabel("Name").fill("Elsewhere");
    await page.getByLabel("Account SID").fill("HXAP1234567890IN");
    await page.getByLabel("API key").fill(secret);
    await chooseOption(page, "Region", "Another host");
    await page.getByLabel("Host of RCS lookups").fill(host);
    await page.getByRole("button", { name: "Connect the account" }).click();
    await expect(page.getByLabel("Host of RCS lookups")).toHaveAccessibleDescription(sentence);
    // Nothing that was typed is lost.
    await expect(page.getByLabel("Account SID")).toHaveValue("HXAP1234567890IN");
    await expect(page.getByLabel("API key")).toHaveValue(secret);
    const { items } = await read<{ items: { name: string }[] }>(page.request, "/api/accounts");
    expect(items.map(({ name }) => name)).toEqual(["Kaleyra sandbox"]);
    expect((await sandboxLog(page.request)).totals.calls).toBe(0);
  });
}

test("an account is removed only after its name was typed", async ({ page }) => {
  const { id } = await connectAccount(page.request);
  await open(page, `/accounts/${id}`);
  await page.getByRole("button", { name: "Remove the account" }).click();
  const dialog = page.getByRole("alertdialog");
  const confirm = dialog.getByRole("button", { name: "Remove the account" });
  await expect(confirm).toBeDisabled();
  await dialog.getByLabel(/Type Acme Kaleyra/).fill("Acme");
  await expect(confirm).toBeDisabled();
  await dialog.getByLabel(/Type Acme Kaleyra/).fill("Acme Kaleyra");
  await confirm.click();
  await expect(page).toHaveURL("/accounts");
  await expect(page.getByRole("link", { name: /Kaleyra sandbox/ })).toBeVisible();
  await expect(page.getByText("Acme Kaleyra")).toHaveCount(0);
  expect((await page.request.get(`/api/accounts/${id}`)).status()).toBe(404);
});
