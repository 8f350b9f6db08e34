import { expect, type Locator, type Page } from "@playwright/test";
import { open } from "./open";

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

/** The same in other encodings than UTF-8. */
export function encodedFile(name: string, bytes: Buffer): TestFile {
  return { name, mimeType: "text/csv", buffer: bytes };
}

/** `count` different valid US numbers in E.164. */
export function usNumbers(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `+1415${2_000_000 + index}`);
}

/** A US number as it is written at home: `(415) 200-0001`. */
export const nationally = (number: string) => number.replace(/^\+1(\d{3})(\d{3})/, "($1) $2-");

/** Picks a file on the upload page. */
export async function pickFile(page: Page, file: TestFile | string): Promise<void> {
  await page.locator("input[type=file]").setInputFiles(file);
}

/** The step in which the columns are chosen, once a file was read. */
export function columnsStep(page: Page): Locator {
  return page.getByRole("heading", { name: "Which column holds the phone numbers?" });
}

/** Opens the upload page, picks a file and waits until it was read. */
export async function openFile(page: Page, file: TestFile | string): Promise<void> {
  await open(page, "/runs/new");
  await pickFile(page, file);
  await expect(columnsStep(page)).toBeVisible();
}

/** Goes on from the columns to the review of the cleaned list. */
export async function goToReview(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { name: "Is this your audience?" })).toBeVisible();
}

/** Picks a file on the upload page and goes on to the review. */
export async function reviewFile(page: Page, file: TestFile | string): Promise<void> {
  await openFile(page, file);
  await goToReview(page);
}

/** Ticks a column of the file, so that it travels with each contact. */
export async function keepColumn(page: Page, name: string): Promise<void> {
  const columns = page.getByRole("group", { name: "Columns to keep" });
  await columns.getByRole("checkbox", { name: new RegExp(`^${name}`) }).check({ force: true });
}

/** Expects that the review accounts for every row of the file, in figures on the screen. */
export async function expectCounts(
  page: Page,
  counts: { rows: number; unique: number; duplicates: number; invalid: number; blank: number },
): Promise<void> {
  const labels = {
    rows: "rows in the file",
    unique: "unique numbers?",
    duplicates: "duplicates?",
    invalid: "invalid",
    blank: "blank",
  };
  for (const [key, label] of Object.entries(labels)) {
    const figure = counts[key as keyof typeof counts].toLocaleString("en");
    await expect(page.getByRole("main")).toContainText(
      new RegExp(`(?<![\\d,])${figure}\\s+${label}\\b`),
      { useInnerText: true },
    );
  }
}

/** Starts the reviewed audience and returns the run's id once its page is open. */
export async function startRun(page: Page): Promise<string> {
  await page.getByRole("button", { name: /^Start / }).click();
  await page.waitForURL(/\/runs\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** Waits until the open run page says that the run is done, with failed lookups or without. */
export async function runIsDone(page: Page): Promise<void> {
  await expect(page.getByText(/^Done(, [\d,]+ failed)?$/).first()).toBeVisible({
    timeout: 60_000,
  });
}
