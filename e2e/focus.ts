import { expect, type Page } from "@playwright/test";

/** More presses than any page has stops: the way round must come to an end. */
const MOST_STOPS = 200;

/** What has the focus: its name, and what is wrong with how it shows that; null off the page. */
interface Stop {
  name: string;
  fault: string | null;
  /** The same for the same element, as long as the page is open. */
  isSeen: boolean;
}

function stopOf(page: Page): Promise<Stop | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const isSeen = element.hasAttribute("data-test-stop");
    element.setAttribute("data-test-stop", "");
    const words =
      element.getAttribute("aria-label") ??
      (element instanceof HTMLInputElement ? element.labels?.[0] : element)?.textContent;
    const name = `${element.tagName} ${words?.slice(0, 40)}`;

    // An input that is hidden from the eye shows its focus on the label around it.
    const label = element.matches("input") ? element.closest("label") : null;
    const shown = label ?? element;
    const marked = label ? [label, ...label.querySelectorAll("*")] : [element];
    // Of a group such as a search field, the box around the input may bear the ring.
    const box = element.closest("[data-focus-visible]");
    const hasRing = [...marked, ...(box ? [box] : [])].some((one) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
      const hasOutline = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
      // A field that is typed in thickens its border by a shadow without blur.
      return hasOutline || /0px 0px 0px [1-9]/.test(boxShadow);
    });
    // Of what is larger than the window, the part that is in it.
    const { left, right, top, bottom } = shown.getBoundingClientRect();
    const inset = (from: number, to: number, end: number) => {
      const [first, last] = [Math.max(from, 0) + 2, Math.min(to, end) - 2];
      return [first, (first + last) / 2, last];
    };
    const isInSight = inset(top, bottom, innerHeight).some((y) =>
      inset(left, right, innerWidth).some((x) => {
        const hit = document.elementFromPoint(x, y);
        return hit !== null && (shown.contains(hit) || hit.contains(shown));
      }),
    );
    const fault = hasRing ? (isInSight ? null : "out of sight") : "without a ring";
    return { name, fault, isSeen };
  });
}

/**
 * Goes once through the page with Tab: whatever takes the focus shows a ring (WCAG 2.4.7) and is
 * in sight, not under a bar (2.4.11), and the way leads back to where it began (2.1.2).
 *
 * @param width of the window; where it is narrow, more is covered
 */
export async function expectVisibleFocus(page: Page, width: 1440 | 390 = 390): Promise<void> {
  await page.setViewportSize({ width, height: 844 });
  await page.evaluate(() => {
    for (const one of document.querySelectorAll("[data-test-stop]")) {
      one.removeAttribute("data-test-stop");
    }
  });
  const faults: string[] = [];
  let stops = 0;
  for (; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press("Tab");
    const stop = await stopOf(page);
    if (!stop || stop.isSeen) break;
    if (stop.fault) faults.push(`${stop.name} is ${stop.fault}`);
  }
  const path = `${new URL(page.url()).pathname}, ${width} wide`;
  expect.soft(faults, path).toEqual([]);
  expect.soft(stops, `stops of ${path}`).toBeGreaterThan(0);
  expect.soft(stops, `stops of ${path}`).toBeLessThan(MOST_STOPS);
}
