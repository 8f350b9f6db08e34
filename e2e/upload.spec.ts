import { expect, type Page, type Request, test } from "@playwright/test";
import { connectAccount, removeConnectedAccounts } from "./accounts";
import {
  columnsStep,
  csvFile,
  expectCounts,
  goToReview,
  keepColumn,
  openFile,
  pickFile,
  reviewFile,
  runIsDone,
  startRun,
  usNumbers,
} from "./audience";
import { chooseOption } from "./choose";
import { takeSegment } from "./download";
import { holdRequests } from "./hold";
import { allContacts, getRun, runsNamed } from "./runs";
import { resetSandbox, sandboxLog } from "./sandbox";

test.beforeEach(({ request }) => resetSandbox(request));

const spellings = ["(415) 200-0001", "+1 415 200 0001", "415.200.0001", "0014152000001"];

for (const { keep, line, note } of [
  { keep: "first", line: 2, note: "note 1" },
  { keep: "last", line: 5, note: "note 4" },
]) {
  test(`a number in four spellings is one contact, and the ${keep} row of it stays`, async ({
    page,
  }) => {
    const rows = spellings.map((spelling, index) => `${spelling},note ${index + 1}`);
    await openFile(page, csvFile(`spellings-${keep}.csv`, ["Phone,Note", ...rows]));
    await page.getByRole("radio", { name: `Keep the ${keep} row` }).check({ force: true });
    await keepColumn(page, "Note");
    await goToReview(page);
    await expectCounts(page, { rows: 4, unique: 1, duplicates: 3, invalid: 0, blank: 0 });
    for (const [index, spelling] of spellings.entries()) {
      if (index + 2 === line) continue;
      const row = page.getByRole("row").filter({ hasText: spelling });
      await expect(row.getByRole("cell").first()).toHaveText(String(index + 2));
      await expect(row.getByRole("cell").last()).toHaveText(String(line));
    }
    await startRun(page);
    await runIsDone(page);
    expect(await takeSegment(page, "All contacts")).toMatchObject([
      { phone: "+14152000001", source_line: String(line), Note: note },
    ]);
    expect((await sandboxLog(page.request)).totals).toMatchObject({ calls: 1, billed: 1 });
  });
}

test("each invalid row is listed with its line, its cell and a reason in plain words", async ({
  page,
}) => {
  const invalid = [
    ["1.41555E+10", "Excel turned this number into 1.41555E+10 and dropped its last digits"],
    ["n/a", "stands where a number is missing"],
    ["2024-01-31", "is a date or a time"],
    ["4152000001 / 4152000002", "more than one number"],
    ["12345", "is a short number, not the full number of a phone"],
    ["415200000", "too short for United States"],
    ["415200000111", "too long for United States"],
    ["9100000000", "no such number exists for United States"],
    ["+999 123 456 789", "No country has the calling code"],
    ["ext. 12", "only an extension"],
    ["415200XXXX", "digits are hidden"],
  ] as const;
  // Without a calling code, as most lists have them, so that a country is proposed.
  const national = usNumbers(20).map((number) => number.replace("+1", ""));
  const cells = [...national, ...invalid.map(([cell]) => cell)];
  await reviewFile(page, csvFile("invalid.csv", ["Phone", ...cells]));
  await expectCounts(page, { rows: 31, unique: 20, duplicates: 0, invalid: 11, blank: 0 });
  await page.getByRole("button", { name: "Show more" }).click();
  const table = page.getByRole("table", { name: "Invalid rows" });
  for (const [index, [cell, reason]] of invalid.entries()) {
    const row = table.getByRole("row").filter({ has: page.getByText(cell, { exact: true }) });
    await expect(row).toContainText(reason);
    await expect(row.getByRole("cell").first()).toHaveText(String(22 + index));
  }
});

test("rows = unique + duplicates + invalid + blank, on the review and on the run", async ({
  page,
}) => {
  const [one, two, three, four] = usNumbers(4);
  const cells = [one, two, "n/a", one, "", three, "12345", "  ", four, two, "call me", "-"];
  await reviewFile(page, csvFile("adds-up.csv", ["Phone,Id", ...cells.map((c, i) => `${c},${i}`)]));
  const counts = { rows: 12, unique: 4, duplicates: 2, invalid: 4, blank: 2 };
  await expectCounts(page, counts);
  const id = await startRun(page);
  await runIsDone(page);
  expect((await getRun(page.request, id)).counts).toEqual({ ...counts, erased: 0 });
  await expect(page.getByText("4 unique, 2 duplicate, 4 invalid, 2 blank")).toBeVisible();
});

test("only ticked columns leave the browser", async ({ page }) => {
  const bodies: string[] = [];
  page.on("request", (request: Request) => bodies.push(`${request.url()} ${request.postData()}`));
  const rows = usNumbers(3).map((number) => `${number},kept-marker,secret-marker`);
  await openFile(page, csvFile("columns.csv", ["Phone,Segment,Diagnosis", ...rows]));
  await keepColumn(page, "Segment");
  await goToReview(page);
  const id = await startRun(page);
  await runIsDone(page);
  expect(bodies.filter((body) => body.includes("kept-marker"))).toHaveLength(1);
  expect(bodies.filter((body) => /secret-marker|Diagnosis/.test(body))).toEqual([]);
  const contacts = await allContacts(page.request, id);
  expect(contacts.map(({ kept }) => kept)).toEqual([
    ["kept-marker"],
    ["kept-marker"],
    ["kept-marker"],
  ]);
});

for (const loss of [
  "is cut before it arrives",
  "is answered 503",
  "arrives, but its answer is lost",
]) {
  test(`an upload goes on when a chunk ${loss}`, async ({ page }) => {
    const numbers = usNumbers(10_400);
    let tries = 0;
    await page.route("**/api/runs/*/contacts", async (route) => {
      const { index } = route.request().postDataJSON();
      if (index !== 1 || ++tries > 1) return route.continue();
      if (loss.includes("503")) return route.fulfill({ status: 503, body: "Try later" });
      if (loss.includes("answer is lost")) await route.fetch();
      return route.abort("connectionreset");
    });
    await reviewFile(page, csvFile(`chunks-${loss.length}.csv`, ["Phone", ...numbers]));
    const id = await startRun(page);
    expect(tries).toBe(2);
    await runIsDone(page);
    const contacts = await allContacts(page.request, id);
    expect(contacts.map(({ number }) => number)).toEqual(numbers);
    const { totals } = await sandboxLog(page.request);
    expect(totals).toMatchObject({ distinctNumbers: 10_400, billed: 10_400, askedMoreThanOnce: 0 });
  });
}

test("an upload that a reload cut off goes on in the same run, and a run does not notice one", async ({
  page,
}) => {
  const numbers = usNumbers(10_400);
  const file = csvFile("reloaded.csv", ["Phone", ...numbers]);
  let isCutOff = true;
  const lastChunk = "**/api/runs/*/contacts";
  await page.route(lastChunk, (route) =>
    isCutOff && route.request().postDataJSON().index === 2 ? undefined : route.continue(),
  );
  await reviewFile(page, file);
  const held = page.waitForRequest(
    (request) => request.url().endsWith("/contacts") && request.postDataJSON().index === 2,
  );
  await page.getByRole("button", { name: /^Start / }).click();
  await held;
  await expect.poll(async () => (await runsNamed(page.request, "reloaded")).length).toBe(1);
  const [draft] = await runsNamed(page.request, "reloaded");
  await page.reload();
  isCutOff = false;
  await reviewFile(page, file);
  const id = await startRun(page);
  expect(id).toBe(draft?.id);
  await page.reload();
  await runIsDone(page);
  expect((await getRun(page.request, id)).counts).toMatchObject({ rows: 10_400, unique: 10_400 });
  const { totals } = await sandboxLog(page.request);
  expect(totals).toMatchObject({ distinctNumbers: 10_400, billed: 10_400, askedMoreThanOnce: 0 });
});

test("pressed twice, start makes one run", async ({ page }) => {
  await reviewFile(page, csvFile("pressed-twice.csv", ["Phone", ...usNumbers(12)]));
  await page.getByRole("button", { name: /^Start / }).dblclick();
  await page.waitForURL(/\/runs\/[0-9a-f-]{36}/);
  await runIsDone(page);
  expect(await runsNamed(page.request, "pressed-twice")).toHaveLength(1);
  expect((await sandboxLog(page.request)).totals).toMatchObject({
    calls: 12,
    askedMoreThanOnce: 0,
  });
});

test("beside the start stands what it costs, also that nobody knows", async ({ page }) => {
  const account = await connectAccount(page.request, { name: "Unpriced", pricePerLookup: 0 });
  try {
    await reviewFile(page, csvFile("costs.csv", ["Phone", ...usNumbers(5)]));
    await expect(page.getByText(/^No price is set: the cost is unknown/)).toBeInViewport();
    await expect(page.getByRole("link", { name: "Set the price" }).last()).toHaveAttribute(
      "href",
      `/accounts/${account.id}`,
    );
    await expect(page.getByText("Charged to")).toBeVisible();
    await chooseOption(page, "Account", "Kaleyra sandbox");
    await expect(
      page.getByText("The sandbox makes its answers up and bills nothing."),
    ).toBeVisible();
    await expect(page.getByRole("link", { name: "Set the price" })).toHaveCount(0);
  } finally {
    await removeConnectedAccounts(page.request);
  }
});

test("the browser's Back does not lead away from a start, and nothing changes what is sent", async ({
  page,
}) => {
  const numbers = usNumbers(5_200);
  const { isHeld, letGo } = await holdFirst(
    page,
    (request) => request.url().endsWith("/contacts") && request.postDataJSON().index === 1,
  );
  await reviewFile(page, csvFile("gone-back.csv", ["Phone", ...numbers, "n/a"]));
  await page.getByRole("button", { name: /^Start / }).click();
  await isHeld;
  await page.goBack();
  await expect(page).toHaveURL(/step=review/);
  await expect(page.getByRole("progressbar", { name: "Sending the numbers" })).toBeVisible();
  await expect(columnsStep(page)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Correct line 5202" })).toBeDisabled();
  await expect(page.getByRole("button", { name: /Country for numbers/ })).toBeDisabled();

  // Stopped and started again, it goes on with the same list in the same run.
  await page.getByRole("button", { name: "Stop" }).click();
  letGo();
  const id = await startRun(page);
  await runIsDone(page);
  expect((await getRun(page.request, id)).counts).toMatchObject({ unique: 5_200, invalid: 1 });
  expect(await runsNamed(page.request, "gone-back")).toHaveLength(1);
});

test("while the run is being made, nothing changes the list that it is made for", async ({
  page,
}) => {
  const { isHeld, letGo } = await holdFirst(
    page,
    (request) => request.url().endsWith("/api/runs") && request.method() === "POST",
  );
  await reviewFile(page, csvFile("as-it-was.csv", ["Phone", ...usNumbers(5), "n/a"]));
  await page.getByRole("button", { name: "Correct line 7" }).click();
  const field = page.getByLabel("Number in line 7");
  await field.fill("+14153000001");
  await page.getByRole("button", { name: /^Start / }).click();
  await isHeld;
  await expect(field).toBeDisabled();
  await expect(page.getByRole("button", { name: "Save" })).toBeDisabled();
  await expect(page.getByRole("button", { name: /Read as a number of/ })).toBeDisabled();
  await expect(page.getByRole("button", { name: /Country for numbers/ })).toBeDisabled();

  // Stopped, it is as before, with what was typed.
  await page.getByRole("button", { name: "Stop" }).click();
  letGo();
  await expect(field).toBeEnabled();
  await expect(field).toHaveValue("+14153000001");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("button", { name: "Start 6 lookups" })).toBeEnabled();
  const id = await startRun(page);
  await runIsDone(page);
  expect((await getRun(page.request, id)).counts).toMatchObject({ unique: 6, invalid: 0 });
  expect(await runsNamed(page.request, "as-it-was")).toHaveLength(1);
});

/** Keeps the first request that fits from the server, until it is let go. */
async function holdFirst(page: Page, fits: (request: Request) => boolean) {
  const isOfRuns = ({ pathname }: URL) => pathname.startsWith("/api/runs");
  let isFirst = true;
  const letGo = await holdRequests(page, isOfRuns, (request) => {
    const isHeld = isFirst && fits(request);
    if (isHeld) isFirst = false;
    return isHeld;
  });
  return { isHeld: page.waitForRequest(fits), letGo };
}

test("the same file again, under another name, brings a warning with a link to its run", async ({
  page,
}) => {
  const lines = ["Phone,Why", ...usNumbers(5).map((number) => `${number},same file`)];
  await reviewFile(page, csvFile("monday.csv", lines));
  await expect(page.getByText("This file was run before")).toHaveCount(0);
  const id = await startRun(page);
  await runIsDone(page);

  // At once and without a reload, so that what was asked about the file before is still at hand.
  await page.getByRole("link", { name: "Check an audience" }).first().click();
  await pickFile(page, csvFile("tuesday.csv", lines));
  await goToReview(page);
  await expect(page.getByText("This file was run before")).toBeVisible();
  await expect(page.getByText(/As “monday”/)).toBeVisible();
  await page.getByRole("link", { name: "Open that run" }).click();
  await expect(page).toHaveURL(new RegExp(`/runs/${id}$`));
  expect((await sandboxLog(page.request)).totals.calls).toBe(5);
});

test("a draft of the same file does not hide that it was run before", async ({ page }) => {
  const lines = ["Phone,Why", ...usNumbers(5).map((number) => `${number},behind a draft`)];
  await reviewFile(page, csvFile("was-run.csv", lines));
  await startRun(page);
  await runIsDone(page);

  await reviewFile(page, csvFile("left.csv", lines));
  const { isHeld } = await holdFirst(page, (request) => request.url().endsWith("/contacts"));
  await page.getByRole("button", { name: /^Start / }).click();
  await isHeld;
  await reviewFile(page, csvFile("again.csv", lines));
  await expect(page.getByText(/As “was-run”/)).toBeVisible();
});
