import { expect, type Page } from "@playwright/test";

/** A file in the form that a file input takes. */
export interface TestFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** A CSV file from its lines. */
export function csvFile(name: string, lines: string[]): TestFile {
  return { name, mimeType: "text/csv", buffer: Buffer.from(lines.join("\n")) };
}

/** `count` different valid US numbers in E.164. */
export function usNumbers(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `+1415${2_000_000 + index}`);
}

/** Picks a file on the upload page and goes on to the review. */
export async function reviewFile(page: Page, file: TestFile | string): Promise<void> {
  await page.goto("/runs/new");
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { name: "Is this your audience?" })).toBeVisible();
}

/** Starts the reviewed audience and returns the run's id once its page is open. */
export async function startRun(page: Page): Promise<string> {
  await page.getByRole("button", { name: /^Start / }).click();
  await page.waitForURL(/\/runs\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** Waits until the open run page says that the run is done. */
export async function runIsDone(page: Page): Promise<void> {
  await expect(page.getByText("Done", { exact: true }).first()).toBeVisible({ timeout: 60_000 });
}
