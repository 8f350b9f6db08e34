import type { Page } from "@playwright/test";

/** Opens the select that bears a label and takes one of its options. */
export async function chooseOption(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole("button", { name: new RegExp(`\\b${label}$`) }).click();
  await page.getByRole("option", { name: option }).click();
}

/** Opens the field of countries that bears a label, finds one by its name and takes it. */
export async function chooseCountry(page: Page, label: string, country: string): Promise<void> {
  await page.getByRole("button", { name: new RegExp(`${label.replace(/[+]/g, "\\+")}$`) }).click();
  await page.getByRole("combobox").fill(country);
  await page.getByRole("option", { name: new RegExp(`^${country}`) }).click();
}
