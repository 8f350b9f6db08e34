import type { Page } from "@playwright/test";

/** Opens the select that bears a label and takes one of its options. */
export async function chooseOption(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole("button", { name: new RegExp(`\\b${label}$`) }).click();
  await page.getByRole("option", { name: option }).click();
}
