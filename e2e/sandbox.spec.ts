import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { answerFor } from "../sandbox/answers";
import { usNumbers } from "./audience";
import { own } from "./installations";
import { open } from "./open";
import { resetSandbox, sandboxLog } from "./sandbox";

const url = own.sandboxUrl;
const [number = ""] = usNumbers(1);

/** Asks the sandbox as the client does; null: no answer came. */
async function ask(page: Page): Promise<number | null> {
  const headers = { "api-key": "sandbox-key" };
  const path = `${url}/v1/SID1/rcs/lookup/${encodeURIComponent(number)}`;
  return page.request.get(path, { headers, maxRedirects: 0 }).then(
    (response) => response.status(),
    () => null,
  );
}

/** The figure under a heading of the log. */
const figure = (page: Page, name: string) =>
  page.locator("#totals > div").filter({ hasText: name }).getByRole("definition");

async function openSandbox(page: Page): Promise<void> {
  await page.goto(url);
  await expect(page.getByRole("button", { name: /^All is well/ })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
}

test.afterEach(({ page }) => resetSandbox(page.request));

test("a person sets a fault on the sandbox's page, and sees what it served in the log", async ({
  page,
}) => {
  await resetSandbox(page.request);
  await openSandbox(page);
  await expect(figure(page, "Calls").first()).toHaveText("0");
  expect(await ask(page)).toBe(200);
  await expect(figure(page, "Billed").first()).toHaveText("1");

  await page.getByText("Every n-th call fails").click();
  const fault = page.getByRole("group", { name: "Every n-th call fails" });
  await fault.getByLabel("Every").fill("1");
  await fault.getByLabel("How").selectOption("html_502");
  await expect(page.getByRole("status").filter({ hasText: "Not applied yet." })).toBeVisible();
  expect(await ask(page)).toBe(200);
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Applied." })).toBeVisible();
  expect(await ask(page)).toBe(502);

  const latest = page.getByRole("region", { name: "Latest calls" }).getByRole("row").nth(1);
  await expect(latest).toContainText("502");
  await expect(figure(page, "Asked more than once")).toHaveText("1");
  const { totals } = await sandboxLog(page.request);
  expect(totals).toMatchObject({ calls: 3, billed: 2 });

  await page.getByRole("button", { name: "Reset to the start" }).click();
  await expect(page.getByRole("button", { name: /^All is well/ })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  expect(await ask(page)).toBe(200);
  await page.getByRole("button", { name: "Clear the log" }).click();
  await expect(figure(page, "Calls").first()).toHaveText("0");
});

test("a situation is set with one press, and the app feels it", async ({ page, context }) => {
  await resetSandbox(page.request);
  await openSandbox(page);
  await page.getByRole("button", { name: /^Key refused/ }).click();
  await expect(page.getByRole("button", { name: /^Key refused/ })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  const app = await context.newPage();
  await open(app, "/lookup");
  await app.getByLabel("Phone number").fill(number);
  await app.getByRole("button", { name: "Check now" }).click();
  await expect(app.getByText("Kaleyra refused the key").first()).toBeVisible();
  const latest = page.getByRole("region", { name: "Latest calls" }).getByRole("row").nth(1);
  await expect(latest).toContainText("401");
});

test("what the sandbox says of a number can be asked without a call", async ({ page }) => {
  await resetSandbox(page.request);
  await openSandbox(page);
  await page.getByLabel("Phone number, with its country code").fill(number);
  await page.getByRole("button", { name: "Ask" }).click();
  const { rcs, carrier } = answerFor(number);
  const answer = page.getByRole("status").filter({ hasText: number });
  await expect(answer).toContainText(rcs ? "Reachable on RCS" : "Not on RCS");
  await expect(answer).toContainText(carrier ?? "Not provided");
  expect((await sandboxLog(page.request)).totals.calls).toBe(0);
});

test("the sandbox's page is accessible, empty and full, on a wide screen and on a phone", async ({
  page,
}) => {
  await resetSandbox(page.request);
  await openSandbox(page);
  for (const isFull of [false, true]) {
    if (isFull) {
      for (let call = 0; call < 3; call++) await ask(page);
      for (const summary of await page.locator("summary").all()) await summary.click();
      await expect(page.getByRole("region", { name: "Latest calls" }).getByRole("row")).toHaveCount(
        4,
      );
    }
    for (const width of [1440, 390]) {
      for (const colorScheme of ["light", "dark"] as const) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
        const found = violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target }) => `${id}: ${target.join(" ")}`),
        );
        expect.soft(found, `${colorScheme}, ${width} wide`).toEqual([]);
        const sideways = await page.evaluate(() => {
          window.scrollTo(10_000, window.scrollY);
          return window.scrollX;
        });
        expect.soft(sideways, `${width} wide: pixels that scroll sideways`).toBe(0);
        await page.screenshot({
          path: test.info().outputPath(`${isFull ? "full" : "empty"}-${width}-${colorScheme}.png`),
          fullPage: true,
        });
      }
    }
  }
});
