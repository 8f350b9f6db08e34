import { expect, type Locator, type Page, test } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { sandboxAccount } from "./accounts";
import { open } from "./open";

async function openField(page: Page): Promise<Locator> {
  const { id } = await sandboxAccount(page.request);
  await open(page, `/accounts/${id}`);
  const field = page.getByRole("button", { name: /Country, if the number has no \+$/ });
  await field.press("Enter");
  await expect(page.getByRole("combobox")).toBeFocused();
  return field;
}
const list = (page: Page) => page.getByRole("listbox");
const chosen = (page: Page) => page.getByRole("option", { selected: true });

test("the open list of countries is accessible, all of it and a part", async ({ page }) => {
  await openField(page);
  await expect(chosen(page)).toHaveText(/^United States/);
  await expectAccessible(page);
  await page.keyboard.type("united");
  await expect(list(page).getByRole("option").first()).toHaveText(/United/);
  await expectAccessible(page);
});

test("Enter takes the country that is chosen already, and closes the list", async ({ page }) => {
  const field = await openField(page);
  const search = page.getByRole("combobox");
  for (const prepare of [
    () => Promise.resolve(),
    () => page.keyboard.type("United States"),
    () => search.fill("United States"),
    async () => {
      await page.keyboard.type("United Statess");
      await page.keyboard.press("Backspace");
    },
    () => Promise.resolve(),
  ]) {
    await prepare();
    await page.keyboard.press("Enter");
    await expect(list(page)).toHaveCount(0);
    await expect(field).toBeFocused();
    await expect(field).toContainText("United States");
    await field.press("Enter");
    await expect(search).toBeFocused();
  }
  await page.keyboard.type("Atlantis");
  await expect(page.getByText("No country has that name or code.")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(search).toHaveValue("Atlantis");
});

test("Enter takes the first country that fits what was typed", async ({ page }) => {
  const field = await openField(page);
  await page.keyboard.type("+49");
  await expect(list(page).getByRole("option").first()).toHaveText(/^Germany/);
  await page.keyboard.press("Enter");
  await expect(list(page)).toHaveCount(0);
  await expect(field).toContainText("Germany");
});
