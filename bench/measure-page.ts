import type { Page } from "@playwright/test";

/**
 * Cleans a file on the real upload page in Chromium.
 *
 * @returns seconds from the click to the review, and the longest time in milliseconds for which
 * the page's main thread was busy without a break
 */
export async function measurePage(
  page: Page,
  file: string,
): Promise<{ seconds: number; longestTask: number }> {
  await page.goto("/runs/new");
  await page.locator("input[type=file]").setInputFiles(file);
  const next = page.getByRole("button", { name: "Continue" });
  await next.waitFor();
  // Tasks shorter than 50 ms are not reported (W3C, Long Tasks API).
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { longTasks: tasks });
    new PerformanceObserver((list) => {
      for (const task of list.getEntries()) tasks.push(task.duration);
    }).observe({ entryTypes: ["longtask"] });
  });
  const started = performance.now();
  await next.click();
  await page.getByRole("heading", { name: "Is this your audience?" }).waitFor();
  const seconds = (performance.now() - started) / 1000;
  const longestTask = await page.evaluate(() =>
    Math.max(0, ...(window as unknown as { longTasks: number[] }).longTasks),
  );
  return { seconds, longestTask };
}
