import type { Page } from "@playwright/test";
import { mostTabMemory } from "./tab-memory";

export interface PageCleaning {
  /** From the choice of the file to its preview, and from the click to the review. */
  seconds: number;
  /** Milliseconds for which the page's main thread was busy at most; 0 when always under 50. */
  longestTask: number;
  /** The same, only while the rows are read: without the pages before and after being drawn. */
  longestWhileReading: number;
  /** Bytes that the tab's process held at most. */
  memory: number;
}

interface Observed {
  longTasks: { start: number; duration: number }[];
  /** When the worker told its first progress, and its last; see `exposeWorker`. */
  readingFrom: number;
  readingTo: number;
}

/** Cleans a file on the real upload page in Chromium, whose worker is exposed by `exposeWorker`. */
export async function measurePage(page: Page, file: string): Promise<PageCleaning> {
  await page.goto("/runs/new");
  await page.waitForLoadState("networkidle");
  // Tasks shorter than 50 ms are not reported (W3C, Long Tasks API).
  await page.evaluate(() => {
    const longTasks: Observed["longTasks"] = [];
    Object.assign(window, { longTasks });
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) {
        longTasks.push({ start: startTime, duration });
      }
    }).observe({ entryTypes: ["longtask"] });
  });
  const picked = performance.now();
  await page.locator("input[type=file]").setInputFiles(file);
  await isShown(page, "button", "Continue");
  const shown = performance.now();
  const next = page.getByRole("button", { name: "Continue" });
  await next.scrollIntoViewIfNeeded();
  const pressed = performance.now();
  await next.click();
  await isShown(page, "h1, h2, h3", "Is this your audience?");
  const reviewed = performance.now();
  const { longTasks, readingFrom, readingTo } = await page.evaluate(() => {
    const { longTasks, readingFrom, readingTo } = window as unknown as Observed;
    return { longTasks, readingFrom, readingTo };
  });
  const whileReading = longTasks.filter(
    ({ start, duration }) => start > readingFrom && start + duration < readingTo,
  );
  return {
    seconds: (shown - picked + reviewed - pressed) / 1000,
    longestTask: longestOf(longTasks),
    longestWhileReading: longestOf(whileReading),
    memory: await mostTabMemory(page),
  };
}

/** Waits without asking for roles, which keeps the page's main thread busy itself. */
async function isShown(page: Page, selector: string, text: string): Promise<void> {
  await page.waitForFunction(
    ([selector, text]) =>
      [...document.querySelectorAll(selector ?? "")].some((shown) => shown.textContent === text),
    [selector, text],
    { timeout: 600_000 },
  );
}

function longestOf(tasks: Observed["longTasks"]): number {
  return Math.max(0, ...tasks.map(({ duration }) => duration));
}
