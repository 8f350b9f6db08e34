import type { Page } from "@playwright/test";

/**
 * The labels that one presses instead of an input that is hidden from the eye, where they are
 * smaller than 24 by 24 pixels (WCAG 2.5.8). axe measures all targets but these.
 */
export function smallLabels(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("label:has(input)")].flatMap((label) => {
      const { width, height } = label.getBoundingClientRect();
      const isShown = width > 0 && height > 0;
      return isShown && (width < 24 || height < 24)
        ? [`${label.textContent?.slice(0, 40)}: ${width} × ${height}`]
        : [];
    }),
  );
}
