import { expect, type Page, test } from "@playwright/test";
import { answerFor } from "../sandbox/answers";
import { usNumbers } from "./audience";
import { chooseOption } from "./choose";
import { downloadRows, takeSegment } from "./download";
import { open, reload } from "./open";
import { doneRunOf } from "./runs";
import { resetSandbox } from "./sandbox";

const numbers = usNumbers(300);
const of = (fits: (answer: ReturnType<typeof answerFor>) => boolean) =>
  numbers.filter((number) => fits(answerFor(number)));
const verizon = of((answer) => answer.carrier === "Verizon");
const reachableVerizon = of((answer) => answer.carrier === "Verizon" && answer.rcs);
let id = "";

test.beforeAll(async ({ playwright }) => {
  const request = await playwright.request.newContext(test.info().project.use);
  await resetSandbox(request, { latencyMs: 0 });
  id = (await doneRunOf(request, { name: "Filtered", numbers })).id;
  await request.dispose();
});

const count = (page: Page, contacts: number) =>
  expect(
    page.getByRole("status").filter({ hasText: new RegExp(`^${contacts} contacts?$`) }),
  ).toBeVisible();
const listed = (page: Page) => page.getByRole("tabpanel").getByRole("rowheader");
const phones = (rows: Record<string, string>[]) => rows.map(({ phone }) => phone);

test("filters stand in the address, survive a reload, and go back one by one", async ({ page }) => {
  await open(page, `/runs/${id}?tab=contacts`);
  await count(page, 300);
  await chooseOption(page, "Carrier", "Verizon");
  await expect(page).toHaveURL(/[?&]carrier=Verizon/);
  await count(page, verizon.length);
  await chooseOption(page, "Outcome", "Reachable on RCS");
  await expect(page).toHaveURL(/[?&]outcome=rcs/);
  await count(page, reachableVerizon.length);

  await reload(page);
  await count(page, reachableVerizon.length);
  await expect(page.getByRole("button", { name: /Carrier$/ })).toContainText("Verizon");
  await expect(page.getByRole("button", { name: /Outcome$/ })).toContainText("Reachable on RCS");

  await page.goBack();
  await count(page, verizon.length);
  await expect(page).not.toHaveURL(/outcome=/);
  await page.goBack();
  await count(page, 300);
});

test("the search by the start of a number stands in the address and survives a reload", async ({
  page,
}) => {
  await open(page, `/runs/${id}?tab=contacts`);
  await page.getByRole("searchbox", { name: "Search by number" }).fill("(415) 200 01 2");
  const found = numbers.filter((number) => number.startsWith("+1415200012"));
  await expect(listed(page)).toHaveText(found, { useInnerText: true });
  await expect(page).toHaveURL(/[?&]q=.415/);
  await reload(page);
  await expect(listed(page)).toHaveText(found, { useInnerText: true });
});

test("the search finds a number by its last digits, and says so when it finds none", async ({
  page,
}) => {
  await open(page, `/runs/${id}?tab=contacts`);
  const search = page.getByRole("searchbox", { name: "Search by number" });
  await search.fill("0123");
  const found = numbers.filter((number) => number.endsWith("0123"));
  await expect(listed(page)).toHaveText(found, { useInnerText: true });
  await search.fill("200012");
  await expect(page.getByText("finds the start of a number, or its last 4 digits")).toBeVisible();
});

test("a filtered export has exactly the filtered contacts", async ({ page }) => {
  await open(page, `/runs/${id}?tab=contacts&carrier=Verizon&outcome=rcs`);
  await count(page, reachableVerizon.length);
  const link = page.getByRole("link", { name: /^Export these/ });
  await expect(link).toContainText(String(reachableVerizon.length));
  expect(phones(await downloadRows(page, link))).toEqual(reachableVerizon);
});

test("an export of a search has exactly what was found", async ({ page }) => {
  await open(page, `/runs/${id}?tab=contacts&q=41520001&outcome=not_rcs`);
  const found = of((answer) => answer.number.startsWith("+141520001") && !answer.rcs);
  const link = page.getByRole("link", { name: /^Export these/ });
  expect(phones(await downloadRows(page, link))).toEqual(found);
});

test("a segment is taken under the filters of the page", async ({ page }) => {
  await open(page, `/runs/${id}?tab=contacts&carrier=Verizon`);
  await count(page, verizon.length);
  expect(phones(await takeSegment(page, "Reachable on RCS"))).toEqual(reachableVerizon);
});

test("a filter that fits nothing says so, and is cleared by a press", async ({ page }) => {
  await open(page, `/runs/${id}?tab=contacts&outcome=failed`);
  await expect(page.getByText("No contact matches")).toBeVisible();
  await page.getByRole("button", { name: "Clear the filters" }).click();
  await count(page, 300);
});

test("the pages of the list show every contact once", async ({ page }) => {
  await open(page, `/runs/${id}?tab=contacts`);
  const seen: string[] = [];
  const next = page.getByRole("button", { name: "Next page" });
  for (let no = 1; seen.length < numbers.length; no++) {
    if (no > 1) await expect(page.getByText(`Page ${no}`, { exact: true })).toBeVisible();
    await expect(listed(page).first()).toHaveText(numbers[seen.length] ?? "", {
      useInnerText: true,
    });
    const texts = await listed(page).allInnerTexts();
    seen.push(...texts.map((text) => text.trim()));
    if (seen.length < numbers.length) await next.click();
  }
  expect(seen).toEqual(numbers);
  await expect(next).toBeDisabled();
});
