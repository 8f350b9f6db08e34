import type { Page } from "@playwright/test";

/** The slowest interaction of a round through the pages. */
export interface SlowestInteraction {
  /** Milliseconds from the input to the frame that answers it (W3C, Event Timing), in steps of 8. */
  milliseconds: number;
  what: string;
}

/** Clicks and types through a finished run and the pages around it, as a user does. */
export async function measureInteractions(page: Page, run: string): Promise<SlowestInteraction> {
  let slowest: SlowestInteraction = { milliseconds: 0, what: "none" };
  await page.addInitScript(() => {
    const durations: number[] = [];
    Object.assign(window, { interactions: durations });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) durations.push(entry.duration);
    }).observe({ type: "event", durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  });
  const measure = async (what: string, interact: () => Promise<void>) => {
    await interact();
    // Entries are handed over after the frame that answers.
    const longest = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          requestAnimationFrame(() =>
            setTimeout(() => {
              const { interactions } = window as unknown as { interactions: number[] };
              resolve(Math.max(0, ...interactions.splice(0)));
            }, 50),
          );
        }),
    );
    if (longest > slowest.milliseconds) slowest = { milliseconds: longest, what };
  };
  const main = page.getByRole("main");
  await page.goto(run);
  await page.waitForLoadState("networkidle");
  for (const tab of ["Contacts", "Invalid", "Duplicates", "Lookups", "Overview", "Contacts"]) {
    await measure(`tab ${tab}`, () => page.getByRole("tab", { name: tab }).click());
  }
  const search = main.getByRole("searchbox").first();
  await search.waitFor();
  await measure("search", () => search.pressSequentially("415", { delay: 80 }));
  await measure("outcome filter", () => main.getByRole("button", { name: /outcome/i }).click());
  await measure("an outcome", () => page.getByRole("option").nth(1).click());
  await measure("segment menu", () => main.getByRole("button", { name: /^Export / }).click());
  await measure("escape", () => page.keyboard.press("Escape"));
  for (const link of ["Overview", "Runs", "Quick check", "Accounts"]) {
    await measure(`to ${link}`, () =>
      page.getByRole("navigation").getByRole("link", { name: link, exact: true }).first().click(),
    );
  }
  return slowest;
}
