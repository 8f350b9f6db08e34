import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import type { CountryCode } from "libphonenumber-js";
import { getCountries, getExampleNumber } from "libphonenumber-js/max";
import examples from "libphonenumber-js/mobile/examples";
import type { RunView } from "../lib/api/runs";
import { formatNumber, formatPercent } from "../lib/format";
import { INVALID_REASONS } from "../lib/phone/invalid-reason";
import { expectAccessible } from "./accessible";
import { sandboxAccount } from "./accounts";
import { write } from "./api";
import { usNumbers } from "./audience";
import { open } from "./open";
import { getRun, startRunOf, untilDone } from "./runs";
import { resetSandbox, setSandbox } from "./sandbox";

/** A run with all that a report may have to tell: countries, carriers, failures, every reason. */
async function startRichRun(request: APIRequestContext): Promise<RunView> {
  const indian = Array.from({ length: 120 }, (_, index) => `+919876${543_000 + index}`);
  const abroad = getCountries()
    .filter((country: CountryCode) => country !== "US" && country !== "IN")
    .flatMap((country) => getExampleNumber(country, examples)?.number ?? []);
  const numbers = [...new Set([...usNumbers(600), ...indian, ...abroad])];
  const run = await write<RunView>(request, "POST", "/api/runs", {
    accountId: (await sandboxAccount(request)).id,
    name: "Spring campaign, all countries",
    fileName: "spring.csv",
    rows: numbers.length + INVALID_REASONS.length,
    blank: 0,
  });
  const line = (index: number) => index + 2;
  await write(request, "POST", `/api/runs/${run.id}/contacts`, {
    index: 0,
    contacts: numbers.map((number, index) => ({ line: line(index), number })),
  });
  await write(request, "POST", `/api/runs/${run.id}/invalid`, {
    index: 0,
    rows: INVALID_REASONS.map((reason, index) => ({
      line: line(numbers.length + index),
      cell: "x",
      reason,
    })),
  });
  await write(request, "POST", `/api/runs/${run.id}/start`);
  await untilDone(request, run.id);
  return getRun(request, run.id);
}

let rich: RunView;

// A test that fails must not leave calls that are held.
test.afterEach(({ request }) => setSandbox(request, {}));

test.beforeAll(async ({ playwright }) => {
  const request = await playwright.request.newContext(test.info().project.use);
  await resetSandbox(request, { latencyMs: 0, missingShare: 0.02 });
  rich = await startRichRun(request);
  await request.dispose();
});

const report = (page: Page) => page.getByRole("article", { name: /^Report of / });

/** The figures of a table's row: reachable and contacts are its last two. */
async function figuresOf(page: Page, title: string): Promise<{ name: string; cells: number[] }[]> {
  const table = report(page)
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: title }) });
  const rows = await table.getByRole("row").all();
  const read = rows.slice(1).map(async (row) => ({
    name: (await row.getByRole("rowheader").innerText()).trim(),
    cells: (await row.getByRole("cell").allInnerTexts())
      .slice(-2)
      .map((text) => Number(text.replaceAll(",", ""))),
  }));
  return Promise.all(read);
}

for (const [format, paper] of [
  ["A4", "A4"],
  ["Letter", "US Letter"],
] as const) {
  test(`the report of a rich run fits on two sheets of ${paper}`, async ({ page }) => {
    await open(page, `/runs/${rich.id}/report`);
    await expect(report(page).getByRole("heading", { name: "How to read this" })).toBeVisible();
    const pdf = await page.pdf({ format, preferCSSPageSize: false });
    await test.info().attach(`report-${format}.pdf`, { body: pdf });
    const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? [];
    expect(pages.length).toBeGreaterThan(0);
    expect(pages.length).toBeLessThanOrEqual(2);
  });
}

test("the figures of the report add up, the folded ones among them", async ({ page }) => {
  await open(page, `/runs/${rich.id}/report`);
  const { outcomes, counts } = rich;
  const answered = outcomes.rcs + outcomes.not_rcs;
  await expect(report(page)).toContainText(
    `${formatNumber(outcomes.rcs)} of ${formatNumber(counts.unique)} contacts, ${formatPercent(outcomes.rcs, counts.unique)}, can receive RCS`,
  );
  await expect(report(page)).toContainText(
    `Of the ${formatNumber(answered)} with an answer: ${formatPercent(outcomes.rcs, answered)}.`,
  );
  for (const [title, folded, contacts] of [
    ["RCS rate by country", /^\d+ other countries$/, answered],
    ["RCS rate by carrier", /^Not provided$/, answered],
  ] as const) {
    const rows = await figuresOf(page, title);
    const total = rows.pop();
    expect(total?.name).toBe("Total");
    expect(rows.map(({ name }) => name)).toContainEqual(expect.stringMatching(folded));
    const sum = [0, 1].map((at) => rows.reduce((all, { cells }) => all + (cells[at] ?? 0), 0));
    expect(total?.cells).toEqual(sum);
    expect(total?.cells).toEqual([outcomes.rcs, contacts]);
  }
  await expect(report(page)).toContainText(`${counts.invalid} rows without a usable number`);
  await expect(report(page)).toContainText(`${counts.rows}`);
});

test("on paper there is nothing but the report, and it is light whatever the theme", async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: "light" });
  await open(page, `/runs/${rich.id}/report`);
  const colours = () =>
    report(page).evaluate((sheet) => {
      const { color, backgroundColor } = getComputedStyle(sheet);
      return [color, backgroundColor];
    });
  const light = await colours();
  await page.emulateMedia({ colorScheme: "dark" });
  await page.evaluate(() => document.documentElement.setAttribute("data-theme", "dark"));
  expect(await colours()).not.toEqual(light);
  await page.emulateMedia({ colorScheme: "dark", media: "print" });
  expect(await colours()).toEqual(light);
  for (const part of [
    page.getByRole("navigation"),
    page.getByRole("button", { name: "Print or save as PDF" }),
    page.getByRole("heading", { level: 1, name: "Report" }),
  ]) {
    for (const one of await part.all()) await expect(one).toBeHidden();
  }
});

test("the way to the report leads from the run, it prints, and it is accessible", async ({
  page,
}) => {
  await open(page, `/runs/${rich.id}`);
  await page.getByRole("button", { name: "More about this run" }).click();
  await page.getByRole("menuitem", { name: "Printable report" }).click();
  await expect(report(page)).toBeVisible();
  await expect(page).toHaveTitle(/^Spring campaign, all countries, report/);
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute("data-printed", "");
  });
  await page.getByRole("button", { name: "Print or save as PDF" }).click();
  await expect(page.locator("body[data-printed]")).toHaveCount(1);
  await expectAccessible(page);
});

test("the report of a run under way, and of a cancelled one, says so", async ({ page }) => {
  await resetSandbox(page.request, { holdAfter: 0 });
  const { id } = await startRunOf(page.request, { name: "Going", numbers: usNumbers(20) });
  await open(page, `/runs/${id}/report`);
  await expect(report(page)).toContainText("This run is still going: 20 of 20 contacts have not");
  await expect(report(page)).toContainText("the answers are made up");
  await write(page.request, "POST", `/api/runs/${id}/cancel`);
  // The calls under way are still held: once they are answered, some contacts are looked up after all.
  await open(page, `/runs/${id}/report`);
  await expect(report(page)).toContainText("This run was cancelled: 20 of 20 contacts were not");
  await setSandbox(page.request, {});
});
