import { expect, test } from "@playwright/test";
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
