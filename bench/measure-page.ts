import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "@playwright/test";
import getPort from "get-port";
import { startApp } from "@/scripts/app";
import { buildIfNeeded } from "@/scripts/build-if-needed";
import { findChromium } from "@/scripts/find-chromium";

const owner = { email: "bench@example.com", password: randomUUID() };

/**
 * Cleans a file on the real upload page in Chromium.
 *
 * @returns seconds from the click to the review, and the longest time in milliseconds for which
 * the page's main thread was busy without a break
 */
export async function measurePage(file: string): Promise<{ seconds: number; longestTask: number }> {
  await buildIfNeeded();
  const folder = await mkdtemp(path.join(tmpdir(), "rcs-reach-bench-"));
  const app = await startApp({
    ...process.env,
    NODE_ENV: "production",
    DATABASE_URL: "",
    DATA_DIR: path.join(folder, "data"),
    PORT: String(await getPort({ host: "127.0.0.1" })),
    OWNER_EMAIL: owner.email,
    OWNER_PASSWORD: owner.password,
  });
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  try {
    const page = await browser.newPage({ baseURL: app.url });
    await page.goto("/sign-in");
    await page.getByLabel("Email").fill(owner.email);
    await page.getByLabel("Password", { exact: true }).fill(owner.password);
    await page.keyboard.press("Enter");
    await page.waitForURL("/");
    await page.goto("/runs/new");
    await page.locator("input[type=file]").setInputFiles(file);
    const next = page.getByRole("button", { name: "Continue" });
    await next.waitFor();
    // Tasks shorter than 50 ms are not reported (W3C, Long Tasks API).
    await page.evaluate(() => {
      const tasks: number[] = [];
      Object.assign(window, { longTasks: tasks });
      new PerformanceObserver((list) => {
        for (const task of list.getEntries()) tasks.push(task.duration);
      }).observe({ entryTypes: ["longtask"] });
    });
    const started = performance.now();
    await next.click();
    await page.getByRole("heading", { name: "Is this your audience?" }).waitFor();
    const seconds = (performance.now() - started) / 1000;
    const longestTask = await page.evaluate(() =>
      Math.max(0, ...(window as unknown as { longTasks: number[] }).longTasks),
    );
    return { seconds, longestTask };
  } finally {
    await browser.close();
    await app.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
