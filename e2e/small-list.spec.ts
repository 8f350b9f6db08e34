import { expect, test } from "@playwright/test";
import { sandboxAccount } from "./accounts";
import { write } from "./api";
import { csvFile, reviewFile, runIsDone, startRun, usNumbers } from "./audience";
import { resetSandbox, sandboxLog } from "./sandbox";

test("42 numbers are looked up one by one, without a bulk call", async ({ page }) => {
  await resetSandbox(page.request);
  await reviewFile(page, csvFile("small.csv", ["Phone", ...usNumbers(42)]));
  await expect(page.getByText("42 single calls")).toBeVisible();
  await startRun(page);
  await runIsDone(page);
  const { byOperation, totals } = await sandboxLog(page.request);
  expect(Object.keys(byOperation)).toEqual(["single_lookup"]);
  expect(totals).toMatchObject({ calls: 42, billed: 42, askedMoreThanOnce: 0 });
});

test("an account with one country per batch is told the calls of each country", async ({
  page,
}) => {
  const { id } = await sandboxAccount(page.request);
  const set = (oneCountryPerBatch: boolean) =>
    write(page.request, "PATCH", `/api/accounts/${id}`, { oneCountryPerBatch });
  await set(true);
  try {
    const british = Array.from({ length: 50 }, (_, index) => `+44791112${3_000 + index}`);
    await reviewFile(page, csvFile("two.csv", ["Phone", ...usNumbers(100), ...british]));
    await expect(page.getByText("1 bulk call of 100 numbers and 50 single calls")).toBeVisible();
  } finally {
    await set(false);
  }
});
