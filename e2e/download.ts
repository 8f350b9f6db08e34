import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import Papa from "papaparse";

/** Presses a download link and reads the CSV that comes, each row by its column names. */
export async function downloadRows(page: Page, link: Locator): Promise<Record<string, string>[]> {
  const downloading = page.waitForEvent("download");
  await link.click();
  const file = await (await downloading).path();
  return Papa.parse<Record<string, string>>(await readFile(file, "utf8"), {
    header: true,
    skipEmptyLines: true,
  }).data;
}

/** Takes a segment of the open run page, such as "Reachable on RCS". */
export async function takeSegment(page: Page, segment: string): Promise<Record<string, string>[]> {
  await page.getByRole("button", { name: "Export segment" }).click();
  const rows = await downloadRows(
    page,
    page.getByRole("link", { name: new RegExp(`^${segment}`) }),
  );
  await page.keyboard.press("Escape");
  return rows;
}
