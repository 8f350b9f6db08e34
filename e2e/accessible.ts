import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const looks = [
  { width: 1440, height: 900, colorScheme: "light" },
  { width: 1440, height: 900, colorScheme: "dark" },
  { width: 390, height: 844, colorScheme: "dark" },
  { width: 390, height: 844, colorScheme: "light" },
] as const;

/** Colours fade from one theme to the other; they are judged when they have arrived. */
async function isAtRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

/** Judges what the page shows now, in both themes, on a wide screen and on a phone. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const { width, height, colorScheme } of looks) {
    const look = `${new URL(page.url()).pathname}, ${colorScheme}, ${width} wide`;
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    await isAtRest(page);
    const { violations } = await new AxeBuilder({ page })
      .withTags(tags)
      // React Aria's announcements may name a part of the page before, which is gone.
      .exclude("[data-live-announcer]")
      // No frame is judged apart, so no empty page need be opened for each verdict.
      .setLegacyMode()
      .analyze();
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")} ${failureSummary}`),
    );
    expect.soft(found, look).toEqual([]);
    const sideways = await page.evaluate(() => {
      window.scrollTo(10_000, window.scrollY);
      return window.scrollX;
    });
    expect.soft(sideways, `${look}: pixels that scroll sideways`).toBe(0);
  }
}
