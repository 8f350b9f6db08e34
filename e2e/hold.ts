import type { Page, Request } from "@playwright/test";

/**
 * Keeps requests of a page from the server.
 *
 * @param of their addresses
 * @param fits which of them; all when it is left out
 * @returns lets them go, and those that come after
 */
export async function holdRequests(
  page: Page,
  of: Parameters<Page["route"]>[0],
  fits: (request: Request) => boolean = () => true,
): Promise<() => void> {
  let letGo = () => {};
  const areFree = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(of, async (route) => {
    if (fits(route.request())) await areFree;
    // What was stopped in the meantime is gone.
    await route.continue().catch(() => undefined);
  });
  return letGo;
}
