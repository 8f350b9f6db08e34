import type { Page } from "@playwright/test";
import { mostTabMemory } from "./tab-memory";

export interface PageCleaning {
  /** From the choice of the file to its preview, and from the click to the review. */
  seconds: number;
  /** Milliseconds for which the page's main thread was busy at most; 0 when always under 50. */
  longestTask: number;
  /** Bytes that the tab's process held at most. */
  memory: number;
}

/** Cleans a file on the real upload page in Chromium. */
export async function measurePage(page: Page, file: string): Promise<PageCleaning> {
  await page.goto("/runs/new");
  await page.waitForLoadState("networkidle");
  // Tasks shorter than 50 ms are not reported (W3C, Long Tasks API).
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { longTasks: tasks });
    new PerformanceObserver((list) => {
      for (const task of list.getEntries()) tasks.push(task.duration);
    }).observe({ entryTypes: ["longtask"] });
  });
  const next = page.getByRole("button", { name: "Continue" });
  const picked = performance.now();
  await page.locator("input[type=file]").setInputFiles(file);
  await next.waitFor();
  const shown = performance.now();
  await next.scrollIntoViewIfNeeded();
  const pressed = performance.now();
  await next.click();
  await page.getByRole("heading", { name: "Is this your audience?" }).waitFor({ timeout: 600_000 });
  const reviewed = performance.now();
  const longestTask = await page.evaluate(() =>
    Math.max(0, ...(window as unknown as { longTasks: number[] }).longTasks),
  );
  return {
    seconds: (shown - picked + reviewed - pressed) / 1000,
    longestTask,
    memory: await mostTabMemory(page),
  };
}
