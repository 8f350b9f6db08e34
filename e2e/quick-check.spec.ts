import { expect, type Page, test } from "@playwright/test";
import { answerFor } from "../sandbox/answers";
import type { FaultKind } from "../sandbox/faults";
import type { SettingsInput } from "../sandbox/settings";
import { nationally, usNumbers } from "./audience";
import { holdRequests } from "./hold";
import { open } from "./open";
import { resetSandbox, sandboxLog } from "./sandbox";

async function type(page: Page, number: string): Promise<void> {
  await open(page, "/lookup");
  await page.getByLabel("Phone number").fill(number);
}
const check = (page: Page) => page.getByRole("button", { name: "Check now" });

for (const [label, rcs] of [
  ["Reachable on RCS", true],
  ["Not on RCS", false],
] as const) {
  test(`a number in national spelling gets Kaleyra's answer: ${label}`, async ({ page }) => {
    await resetSandbox(page.request);
    const number = usNumbers(100).find((one) => answerFor(one).rcs === rcs) ?? "";
    const { carrier } = answerFor(number);
    await type(page, nationally(number));
    await check(page).click();
    const main = page.getByRole("main");
    await expect(main.getByText(label).first()).toBeVisible();
    await expect(main.getByText(number).first()).toBeVisible();
    await expect(main.getByText(carrier ?? "", { exact: true }).first()).toBeVisible();
    const { byOperation, totals } = await sandboxLog(page.request);
    expect(Object.keys(byOperation)).toEqual(["single_lookup"]);
    expect(totals).toMatchObject({ calls: 1, billed: 1 });
  });
}

test("a carrier that Kaleyra does not give is “Not provided”", async ({ page }) => {
  await resetSandbox(page.request);
  await type(page, "+49 151 23456789");
  await check(page).click();
  await expect(page.getByText("Not provided").first()).toBeVisible();
  await expect(page.getByText("Germany").filter({ visible: true })).toBeVisible();
});

for (const { typed, sentence } of [
  { typed: "", sentence: "Type a phone number." },
  { typed: "call me", sentence: "no digits" },
  { typed: "415 200 000", sentence: "too short for United States" },
  { typed: "9100000000", sentence: "no such number exists for United States" },
]) {
  test(`“${typed}” is refused at the field, without a call`, async ({ page }) => {
    await resetSandbox(page.request);
    await type(page, typed);
    await check(page).click();
    await expect(page.getByLabel("Phone number")).toHaveAccessibleDescription(new RegExp(sentence));
    await expect(page.getByLabel("Phone number")).toHaveValue(typed);
    expect((await sandboxLog(page.request)).totals.calls).toBe(0);
  });
}

const fault = (how: FaultKind): SettingsInput => ({ failEvery: { n: 1, how } });
for (const { what, settings, title } of [
  {
    what: "answers nonsense",
    settings: fault("nonsense"),
    title: "The answer can't be read",
  },
  {
    what: "answers with a proxy's page",
    settings: fault("html_502"),
    title: "Kaleyra or its provider failed",
  },
  {
    what: "fails inside",
    settings: fault("rcs_500"),
    title: "Kaleyra or its provider failed",
  },
  {
    what: "breaks the connection",
    settings: fault("reset"),
    title: "The connection broke off",
  },
  {
    what: "cuts its answer off",
    settings: fault("cut_off"),
    title: "The connection broke off",
  },
  {
    what: "asks to slow down",
    settings: fault("rate_limit"),
    title: "Too many calls",
  },
  {
    what: "refuses the key",
    settings: { refuseKey: true },
    title: "Kaleyra refused the key",
  },
  {
    what: "has no RCS for the account",
    settings: { rcsDisabled: true },
    title: "RCS is not enabled on the Kaleyra account",
  },
]) {
  test(`when Kaleyra ${what}, the answer is a failure and never “Not on RCS”`, async ({ page }) => {
    await resetSandbox(page.request, settings);
    await type(page, "+14152000003");
    await check(page).click();
    const main = page.getByRole("main");
    await expect(main.getByText(title).first()).toBeVisible();
    await expect(main.getByText("Failed", { exact: true }).first()).toBeVisible();
    await expect(main.getByText("Not on RCS")).toHaveCount(0);
    await expect(main.getByText("Reachable on RCS")).toHaveCount(0);
    await expect(page.getByLabel("Phone number")).toHaveValue("+14152000003");
    expect((await sandboxLog(page.request)).totals.calls).toBe(1);
  });
}

test("a check that was pressed twice is one call", async ({ page }) => {
  await resetSandbox(page.request);
  const letGo = await holdRequests(page, "**/api/lookup");
  await type(page, "+14152000003");
  await check(page).dblclick();
  await expect(page.getByText("Asking Kaleyra")).toBeVisible();
  await page.getByLabel("Phone number").press("Enter");
  letGo();
  await expect(page.getByText("Checked in this visit")).toBeVisible();
  expect((await sandboxLog(page.request)).totals.calls).toBe(1);
});

test("another number after a failure is answered", async ({ page }) => {
  await resetSandbox(page.request, fault("reset"));
  await type(page, "+14152000003");
  await check(page).click();
  await expect(page.getByText("The connection broke off").first()).toBeVisible();
  await resetSandbox(page.request);
  const reachable = usNumbers(100).find((one) => answerFor(one).rcs) ?? "";
  await page.getByLabel("Phone number").fill(reachable);
  await check(page).click();
  await expect(page.getByText("Reachable on RCS").first()).toBeVisible();
});
