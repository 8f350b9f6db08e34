import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import type { BreakdownView } from "../lib/api/results";
import { formatNumber, formatPercent } from "../lib/format";
import { read } from "./api";
import { usNumbers } from "./audience";
import { open } from "./open";
import { doneRunOf } from "./runs";
import { resetSandbox } from "./sandbox";

let id = "";
let carriers: { carrier: string | null; contacts: number; reachable: number }[] = [];

test.beforeAll(async ({ playwright }) => {
  const request = await playwright.request.newContext(test.info().project.use);
  await resetSandbox(request, { latencyMs: 0 });
  id = (await doneRunOf(request, { name: "Charted", numbers: usNumbers(300) })).id;
  const { cells } = await read<BreakdownView>(request, `/api/runs/${id}/breakdown`);
  const sum = (some: typeof cells) => some.reduce((total, { contacts }) => total + contacts, 0);
  carriers = [...new Set(cells.map(({ carrier }) => carrier))].map((carrier) => {
    const of = cells.filter((cell) => cell.carrier === carrier);
    const reachable = of.filter(({ outcome }) => outcome === "rcs");
    return { carrier, contacts: sum(of), reachable: sum(reachable) };
  });
  await request.dispose();
});

const figure = (page: Page) =>
  page.locator("section").filter({ has: page.getByRole("heading", { name: "Carriers" }) });

/** Width and height of a PNG stand in its first chunk, big-endian (ISO/IEC 15948, 11.2.2). */
function pngSize(file: Buffer): { width: number; height: number } {
  expect(file.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
  expect(file.subarray(12, 16).toString("latin1")).toBe("IHDR");
  return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
}

/** How many different colours a picture has: a blank one has few. */
function countColours(page: Page, file: Buffer): Promise<number> {
  return page.evaluate(
    async (bytes) => {
      const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
      context?.drawImage(bitmap, 0, 0);
      const pixels = context?.getImageData(0, 0, bitmap.width, bitmap.height).data;
      return new Set(new Uint32Array(pixels?.buffer ?? new ArrayBuffer(0))).size;
    },
    [...file],
  );
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`a chart is saved as a PNG, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await open(page, `/runs/${id}`);
    const downloading = page.waitForEvent("download");
    await figure(page).getByRole("button", { name: "Save Carriers as a picture (PNG)" }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe("Charted Carriers.png");
    const file = await readFile(await download.path());
    expect(pngSize(file)).toMatchObject({ width: 1440 });
    expect(pngSize(file).height).toBeGreaterThan(2 * (36 * carriers.length + 80));
    // Letters and bars, with the shades of their edges.
    expect(await countColours(page, file)).toBeGreaterThan(50);
    await expect(page.getByRole("main").getByRole("alert")).toHaveCount(0);
  });
}

test("the figures behind a chart are one press away, and add up", async ({ page }) => {
  await open(page, `/runs/${id}`);
  await figure(page).getByRole("radio", { name: "Table" }).click();
  const table = figure(page).getByRole("table", { name: "Carriers" });
  for (const { carrier, contacts, reachable } of carriers) {
    const row = table.getByRole("row").filter({ hasText: carrier ?? "Not provided" });
    await expect(row).toContainText(formatNumber(contacts));
    await expect(row).toContainText(formatNumber(reachable));
  }
  expect(carriers.reduce((total, { contacts }) => total + contacts, 0)).toBe(300);
});

test("the bars of a chart are walked by the arrow keys", async ({ page }) => {
  await open(page, `/runs/${id}`);
  const [largest, second] = carriers.toSorted((a, b) => b.contacts - a.contacts);
  const tooltip = (row: typeof largest) =>
    figure(page)
      .locator(".recharts-tooltip-wrapper")
      .filter({ hasText: row?.carrier ?? "" })
      .filter({ hasText: `Contacts${row?.contacts}` });
  await figure(page).getByRole("radio", { name: "Table" }).focus();
  const chart = figure(page).getByRole("application", { name: "Carriers" });
  await expect(chart).toBeVisible();
  await chart.focus();
  await page.keyboard.press("ArrowDown");
  await expect(tooltip(largest).or(tooltip(second))).toBeVisible();
});

test("the plain bars and the chart that takes their place have one size", async ({ page }) => {
  await open(page, `/runs/${id}`);
  await figure(page).scrollIntoViewIfNeeded();
  const plain = await figure(page).boundingBox();
  await figure(page).hover();
  await expect(figure(page).locator("svg.recharts-surface").first()).toBeVisible();
  expect(await figure(page).boundingBox()).toEqual(plain);
});

test("no figure at the end of a bar is cut, whatever the chart shows and draws", async ({
  page,
}) => {
  await open(page, `/runs/${id}`);
  const rates = carriers.map(({ reachable, contacts }) => formatPercent(reachable, contacts));
  for (const measure of ["Contacts", "RCS rate"]) {
    await figure(page).getByRole("radio", { name: measure }).check({ force: true });
    await page.mouse.move(0, 0);
    for (const drawn of [figure(page), figure(page).locator("svg.recharts-surface").first()]) {
      await expect(drawn).toBeVisible();
      const ends = await drawn.evaluate((whole, rates) => {
        const parts = [...whole.querySelectorAll("span, tspan")].filter(
          (part) =>
            part.childElementCount === 0 &&
            rates.some((rate) => ` ${part.textContent} `.includes(` ${rate} `)),
        );
        return parts.map((part) => {
          const range = document.createRange();
          range.selectNodeContents(part);
          const end = range.getBoundingClientRect().right;
          const box = part instanceof SVGElement ? part.ownerSVGElement : part;
          return end - (box?.getBoundingClientRect().right ?? 0);
        });
      }, rates);
      expect(ends.length, measure).toBeGreaterThanOrEqual(carriers.length);
      expect(Math.max(...ends), `${measure}: pixels beyond the edge`).toBeLessThanOrEqual(0);
      // The chart takes the place of the plain bars once someone points at it.
      await figure(page).hover();
    }
  }
});

test("the row of tabs brings no scroll bar of its own up and down", async ({ page }) => {
  await open(page, `/runs/${id}`);
  await expect(page.getByRole("tablist")).toHaveCSS("overflow-y", "hidden");
});
