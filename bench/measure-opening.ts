import type { Page } from "@playwright/test";

/** How soon a page is there, in milliseconds from the moment that it was asked for. */
export interface Opening {
  /** Until its largest part is painted (W3C, Largest Contentful Paint). */
  painted: number;
  /** Until the frame that shows the answer to a click, which is made again and again from the paint on. */
  answered: number;
}

/** What is clicked on a page, and how it answers. */
export interface Target {
  /** A selector of what is clicked. */
  click: string;
  /** A selector of what there is once it has answered. */
  answer: string;
}

/** Opens a page in a browser that has cached nothing of it, and clicks until it answers. */
export async function measureOpening(page: Page, path: string, target: Target): Promise<Opening> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Network.enable");
  await cdp.send("Network.setCacheDisabled", { cacheDisabled: true });
  await page.addInitScript(({ click, answer }: Target) => {
    const observed: Opening = { painted: 0, answered: 0 };
    Object.assign(window, { observed });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) observed.painted = entry.startTime;
    }).observe({ type: "largest-contentful-paint", buffered: true });
    const looking = setInterval(() => {
      const part = document.querySelector<HTMLElement>(click);
      // Not before anything is seen: nobody clicks on nothing.
      if (part && observed.painted > 0) part.click();
      if (!document.querySelector(answer)) return;
      clearInterval(looking);
      requestAnimationFrame(() => {
        observed.answered = performance.now();
      });
    }, 10);
  }, target);
  await page.goto(path, { waitUntil: "commit" });
  await page.waitForFunction(() => (window as unknown as { observed: Opening }).observed.answered);
  const { painted, answered } = await page.evaluate(
    () => (window as unknown as { observed: Opening }).observed,
  );
  await cdp.detach();
  return { painted, answered };
}
