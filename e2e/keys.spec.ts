import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { usNumbers } from "./audience";
import { open, reload } from "./open";
import { doneRunOf } from "./runs";
import { resetSandbox } from "./sandbox";

let id = "";

test.beforeAll(async ({ playwright }) => {
  const request = await playwright.request.newContext(test.info().project.use);
  await resetSandbox(request, { latencyMs: 0 });
  id = (await doneRunOf(request, { name: "By keys", numbers: usNumbers(5) })).id;
  await request.dispose();
});

/** Presses a key and tells whether the page took it for itself. */
async function isTaken(page: Page, key: string): Promise<boolean> {
  const pressed = await page.evaluateHandle(() => {
    const keys: KeyboardEvent[] = [];
    // The window hears of a key first, whatever the parts of the page make of it.
    window.addEventListener("keydown", (event) => keys.push(event), { capture: true, once: true });
    return keys;
  });
  await page.keyboard.press(key);
  return pressed.evaluate(([event]) => event?.defaultPrevented ?? false);
}

test("/ goes to the search of a list, or to the quick check where there is none", async ({
  page,
}) => {
  await open(page, `/runs/${id}?tab=contacts`);
  const search = page.getByRole("searchbox", { name: "Search by number" });
  // The list comes after the page: until it is there, the key leads to the quick check.
  await expect(search).toBeVisible();
  await page.keyboard.press("/");
  await expect(search).toBeFocused();
  await expect(search).toHaveValue("");
  await open(page, "/");
  await page.keyboard.press("/");
  await expect(page).toHaveURL(/\/lookup$/);
});

test("n begins a new check", async ({ page }) => {
  await open(page, "/runs");
  await page.keyboard.press("n");
  await expect(page).toHaveURL(/\/runs\/new$/);
});

test("? lists the keys, and Escape goes back", async ({ page }) => {
  await open(page, "/");
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(help).toBeVisible();
  await expectAccessible(page);
  expect(await isTaken(page, "n")).toBe(false);
  await page.keyboard.press("Escape");
  await expect(help).toHaveCount(0);
});

test("the keys are letters while one types", async ({ page }) => {
  await open(page, `/runs/${id}?tab=contacts`);
  const search = page.getByRole("searchbox", { name: "Search by number" });
  await search.pressSequentially("n?/");
  await expect(search).toHaveValue("n?/");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page).toHaveURL(/tab=contacts/);
});

test("the keys can be turned off, for this visit and the next", async ({ page }) => {
  await open(page, "/settings");
  await expect(page.getByText("Check a new audience")).toBeVisible();
  const off = page.getByRole("switch", { name: "Single-key shortcuts" });
  const saved = page.waitForResponse((answer) => answer.request().method() === "POST");
  await off.press("Space");
  await expect(off).not.toBeChecked();
  await saved;
  for (const key of ["/", "n", "?"]) expect(await isTaken(page, key), key).toBe(false);
  await reload(page);
  await expect(off).not.toBeChecked();
  await expect(page.getByText("Check a new audience")).toHaveCount(0);
  for (const key of ["/", "n", "?"]) expect(await isTaken(page, key), key).toBe(false);
  await off.press("Space");
  expect(await isTaken(page, "?")).toBe(true);
});

test("the settings say who and what, and keep the theme", async ({ page }) => {
  await open(page, "/settings");
  await expectAccessible(page);
  await expect(page.getByText(/^RCS Reach \d+\.\d+\.\d+$/)).toBeVisible();
  const saved = page.waitForResponse((answer) => answer.request().method() === "POST");
  await page.getByRole("radio", { name: "Dark" }).press("Space");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await saved;
  await reload(page);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.getByRole("radio", { name: "Dark" })).toBeChecked();
  await page.getByRole("radio", { name: "Match system" }).check({ force: true });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "system");
});

test("a menu is opened, walked and left by keyboard", async ({ page }) => {
  await open(page, `/runs/${id}`);
  const button = page.getByRole("button", { name: "More about this run" });
  const item = (name: string) => page.getByRole("menuitem", { name });
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(item("Rename")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(item("Printable report")).toBeFocused();
  await page.keyboard.press("d");
  await expect(item("Delete")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect(button).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(item("Rename")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Rename the run" })).toBeVisible();
});

test("the theme is chosen in the user menu, which stays open for it", async ({ page }) => {
  await open(page, "/");
  await page.getByRole("button", { name: /^Your account/ }).press("Enter");
  const choice = (name: string) => page.getByRole("menuitemradio", { name });
  await expect(choice("Match system")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  await expect(choice("Light")).toBeChecked();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "system");
});
