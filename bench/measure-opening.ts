import type { Page } from "@playwright/test";

/** How soon a page is there, in milliseconds from the moment that it was asked for. */
export interface Opening {
  /** Until its largest part is painted (W3C, Largest Contentful Paint). */
  painted: number;
  /** Until the frame that answers a click, which is made again and again once its target is drawn. */
  answered: number;
}

/** What is clicked on a page, and how it answers. */
export interface Target {
  /** A selector of what is clicked. */
  click: string;
  /** A selector of what there is once it has answered. */
  answer: string;
}

/** What the page says, on its console, when it has answered. */
const TOLD = "observed ";

/**
 * Opens a page in a browser that has cached nothing of it, and clicks until it answers. The page
 * tells what it observed by itself: to be asked, it would have to run a large script of the
 * driver's, just while it starts.
 */
export async function measureOpening(page: Page, path: string, target: Target): Promise<Opening> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Network.enable");
  await cdp.send("Network.setCacheDisabled", { cacheDisabled: true });
  const init = { ...target, told: TOLD };
  await page.addInitScript(({ click, answer, told }: typeof init) => {
    // Not before it is seen, which is when a frame has been drawn since it is there: nobody clicks
    // on nothing.
    let isSeen = false;
    const looking = setInterval(() => {
      const part = document.querySelector<HTMLElement>(click);
      if (part && isSeen) part.click();
      else if (part) {
        requestAnimationFrame(() =>
          setTimeout(() => {
            isSeen = true;
          }),
        );
      }
      if (!document.querySelector(answer)) return;
      clearInterval(looking);
      requestAnimationFrame(() => {
        const answered = performance.now();
        new PerformanceObserver((list) => {
          const painted = list.getEntries().at(-1)?.startTime;
          console.info(told + JSON.stringify({ painted, answered }));
        }).observe({ type: "largest-contentful-paint", buffered: true });
      });
    }, 10);
  }, init);
  const told = page.waitForEvent("console", (message) => message.text().startsWith(TOLD));
  await page.goto(path, { waitUntil: "commit" });
  const text = (await told).text().slice(TOLD.length);
  await cdp.detach();
  return JSON.parse(text) as Opening;
}
