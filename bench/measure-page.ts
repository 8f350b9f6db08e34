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
  /** Moments of the page's clock. */
  marks: { picked?: number; previewed?: number; pressed?: number; reviewed?: number };
  /** When the worker told its first progress, and its last; see `exposeWorker`. */
  readingFrom: number;
  readingTo: number;
}

/** How long a person looks for the file in the browser's dialog, at the least; the page can't see it. */
const CHOOSING_MS = 1000;

/** Cleans a file on the real upload page in Chromium, whose worker is exposed by `exposeWorker`. */
export async function measurePage(page: Page, file: string): Promise<PageCleaning> {
  await page.goto("/runs/new");
  await page.waitForLoadState("networkidle");
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose a file" }).click();
  const chooser = await choosing;
  await page.waitForTimeout(CHOOSING_MS);
  await observe(page);
  await chooser.setFiles(file);
  await isMarked(page, "previewed");
  await page.getByRole("button", { name: "Continue" }).click();
  await isMarked(page, "reviewed");
  const { longTasks, marks, readingFrom, readingTo } = await page.evaluate(() => {
    const { longTasks, marks, readingFrom, readingTo } = window as unknown as Observed;
    return { longTasks, marks, readingFrom, readingTo };
  });
  const { picked = 0, previewed = 0, pressed = 0, reviewed = 0 } = marks;
  const whileReading = longTasks.filter(
    ({ start, duration }) => start > readingFrom && start + duration < readingTo,
  );
  return {
    seconds: (previewed - picked + reviewed - pressed) / 1000,
    longestTask: longestOf(longTasks),
    longestWhileReading: longestOf(whileReading),
    memory: await mostTabMemory(page),
  };
}

/** Lets the page note its long tasks (W3C, Long Tasks API: from 50 ms on) and when it gets where. */
async function observe(page: Page): Promise<void> {
  await page.evaluate(() => {
    const longTasks: Observed["longTasks"] = [];
    const marks: Observed["marks"] = {};
    Object.assign(window, { longTasks, marks });
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) {
        longTasks.push({ start: startTime, duration });
      }
    }).observe({ entryTypes: ["longtask"] });
    document.addEventListener("change", () => (marks.picked ??= performance.now()), true);
    document.addEventListener("pointerdown", () => (marks.pressed ??= performance.now()), true);
    new MutationObserver(() => {
      for (const { textContent } of document.querySelectorAll("main button, main h2")) {
        if (textContent === "Continue") marks.previewed ??= performance.now();
        if (textContent === "Is this your audience?") marks.reviewed ??= performance.now();
      }
    }).observe(document.body, { childList: true, subtree: true });
  });
}

/** Waits without asking for roles, which would keep the page's main thread busy itself. */
async function isMarked(page: Page, mark: keyof Observed["marks"]): Promise<void> {
  await page.waitForFunction(
    (mark) => (window as unknown as Observed).marks[mark] !== undefined,
    mark,
    { timeout: 600_000, polling: 100 },
  );
}

function longestOf(tasks: Observed["longTasks"]): number {
  return Math.max(0, ...tasks.map(({ duration }) => duration));
}
