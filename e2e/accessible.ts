import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { smallLabels } from "./targets";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** What the other theme can break: it changes colours and nothing else. */
const colourRules = ["color-contrast", "link-in-text-block"];
const looks = [
  { width: 1440, height: 900, colorScheme: "light", rules: "all" },
  { width: 1440, height: 900, colorScheme: "dark", rules: "colour" },
  { width: 390, height: 844, colorScheme: "dark", rules: "all" },
  { width: 390, height: 844, colorScheme: "light", rules: "colour" },
] as const;
type Look = (typeof looks)[number];

/** With reduced motion asked for, nothing moves: colours that fade have arrived, too. */
function expectStill(page: Page, look: string): Promise<void> {
  const moving = () =>
    page.evaluate(() =>
      document
        .getAnimations()
        .filter(({ playState }) => playState === "running")
        .map((one) => {
          const name = one instanceof CSSAnimation ? one.animationName : "a transition";
          const target = one.effect instanceof KeyframeEffect ? one.effect.target : null;
          return `${name} of ${target?.outerHTML.slice(0, 200)}`;
        }),
    );
  // What does move has come to rest within a blink.
  return expect.poll(moving, { message: `${look}: what moves`, intervals: [50] }).toEqual([]);
}

async function complaints(page: Page, rules: Look["rules"]): Promise<string[]> {
  const axe = new AxeBuilder({ page })
    // React Aria's announcements may name a part of the page before, which is gone.
    .exclude("[data-live-announcer]")
    // No frame is judged apart, so no empty page need be opened for each verdict.
    .setLegacyMode();
  const { violations, incomplete } = await (rules === "colour"
    ? axe.withRules(colourRules)
    : axe.withTags(tags)
  ).analyze();
  // A target that is partly covered may be too small in what is left of it.
  const covered = incomplete.filter(({ id }) => id === "target-size");
  return [...violations, ...covered].flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")} ${failureSummary}`),
  );
}

/**
 * Judges what the page shows now, in both themes, on a wide screen and on a phone: what axe finds,
 * targets under 24 pixels, what moves although less motion was asked for, what scrolls sideways.
 * What is light on a phone is made of the parts of the three other looks; it is judged for itself
 * where `width` asks for it.
 *
 * @param width only this one, in both themes
 */
export async function expectAccessible(page: Page, width?: 1440 | 390): Promise<void> {
  const wanted = width ? looks.filter((look) => look.width === width) : looks.slice(0, 3);
  for (const { colorScheme, rules, ...size } of wanted) {
    const look = `${new URL(page.url()).pathname}, ${colorScheme}, ${size.width} wide`;
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expectStill(page, look);
    expect.soft(await complaints(page, rules), look).toEqual([]);
    if (rules === "colour") continue;
    expect.soft(await smallLabels(page), `${look}: small targets`).toEqual([]);
    const sideways = await page.evaluate(() => {
      window.scrollTo(10_000, window.scrollY);
      return window.scrollX;
    });
    expect.soft(sideways, `${look}: pixels that scroll sideways`).toBe(0);
  }
  await page.emulateMedia({ reducedMotion: null });
}
