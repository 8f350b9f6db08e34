import type { Page, Response } from "@playwright/test";

/**
 * Opens a page and waits until its script has taken over. Before that, what is typed or picked is
 * lost: a person is slower than that, a test is not.
 */
export async function open(page: Page, path: string): Promise<Response | null> {
  const response = await page.goto(path);
  await isTakenOver(page);
  return response;
}

/** Reloads the page, as `open` does. */
export async function reload(page: Page): Promise<void> {
  await page.reload();
  await isTakenOver(page);
}

/** React marks each element that it has taken over with a property of its own. */
async function isTakenOver(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const parts = [...document.querySelectorAll("main :is(a, button, input, form)")];
    const isTaken = (part: Element) =>
      Object.keys(part).some((key) => key.startsWith("__reactFiber$"));
    return parts.length > 0 && parts.every(isTaken);
  });
}
