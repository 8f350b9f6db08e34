import type { Page } from "@playwright/test";

/** How a page opens, in milliseconds from the start of the navigation. */
export interface Opening {
  /** Largest Contentful Paint (W3C). */
  paint: number;
  /** The frame after the first click that did something: on a tab, or anywhere on a page without. */
  answer: number;
}

interface Watched {
  paint: number;
  answer: number | undefined;
}

/**
 * Opens a page in a browser that has nothing of it in its cache, and clicks until it answers: on its
 * second tab, or anywhere when it has none.
 */
export async function measureOpening(
  page: Page,
  path: string,
  { hasTabs }: { hasTabs: boolean },
): Promise<Opening> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Network.enable");
  await cdp.send("Network.clearBrowserCache");
  await page.addInitScript(() => {
    const watched: Watched = { paint: 0, answer: undefined };
    Object.assign(window, { watched });
    new PerformanceObserver((list) => {
      for (const { startTime } of list.getEntries()) watched.paint = startTime;
    }).observe({ type: "largest-contentful-paint", buffered: true });
    const answered = () =>
      requestAnimationFrame(() => {
        watched.answer ??= performance.now();
      });
    new MutationObserver((changes) => {
      const isChosen = changes.some(
        ({ target }) =>
          target instanceof Element &&
          target.ariaSelected === "true" &&
          target === document.querySelectorAll('[role="tab"]')[1],
      );
      if (isChosen) answered();
    }).observe(document, { attributeFilter: ["aria-selected"], subtree: true });
    document.addEventListener("pointerdown", () => {
      if (!document.querySelector('[role="tab"]')) answered();
    });
  });
  await page.goto(path, { waitUntil: "commit" });
  const second = page.getByRole("tab").nth(1);
  const read = () => page.evaluate(() => (window as unknown as { watched: Watched }).watched);
  for (;;) {
    const { answer, paint } = await read();
    if (answer !== undefined) return { paint, answer };
    const box = hasTabs ? await second.boundingBox() : { x: 40, y: 40, width: 0, height: 0 };
    if (box) await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  }
}
