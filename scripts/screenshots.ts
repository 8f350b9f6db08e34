/** `npm run screenshots`: the pictures of docs/screenshots, of the real list against the sandbox. */
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import getPort from "get-port";
import { startApp } from "./app";
import { buildIfNeeded } from "./build-if-needed";
import { findChromium } from "./find-chromium";

const folder = "docs/screenshots";
const list = "e2e/data/us-hospitals.csv";
const owner = { email: "olivia@example.com", password: "correct horse battery" };
const widths = { 1440: 900, 390: 844 };

async function signIn(page: Page): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(owner.email);
  await page.getByLabel("Password", { exact: true }).fill(owner.password);
  await page.keyboard.press("Enter");
  await page.waitForURL("/");
}

/** Takes the list through to a finished run and returns its address. */
async function makeRun(page: Page): Promise<string> {
  await page.goto("/runs/new");
  await page.locator("input[type=file]").setInputFiles(list);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: /^Start / }).click();
  await page.waitForURL(/\/runs\/[0-9a-f-]{36}/);
  await page.getByText("Done", { exact: true }).first().waitFor();
  return new URL(page.url()).pathname;
}

async function shoot(browser: Browser, baseURL: string, runPath: string): Promise<void> {
  for (const [width, height] of Object.entries(widths)) {
    for (const colorScheme of ["light", "dark"] as const) {
      const page = await browser.newPage({
        baseURL,
        colorScheme,
        viewport: { width: Number(width), height },
        reducedMotion: "reduce",
      });
      await signIn(page);
      const save = (name: string) =>
        page.screenshot({ path: path.join(folder, `${name}-${width}-${colorScheme}.png`) });
      await page.goto("/");
      await page.getByText("Latest runs").waitFor();
      await save("overview");
      await page.goto("/runs/new");
      await page.locator("input[type=file]").setInputFiles(list);
      await page.getByRole("button", { name: "Continue" }).waitFor();
      await save("columns");
      await page.getByRole("button", { name: "Continue" }).click();
      await page.getByRole("heading", { name: "Is this your audience?" }).waitFor();
      await save("review");
      await page.goto(runPath);
      await page.getByText("T-Mobile").first().waitFor();
      await save("run");
      await page.goto(`${runPath}?tab=contacts`);
      await page.getByRole("row").nth(5).waitFor();
      await save("contacts");
      await page.close();
    }
  }
}

const chromiumPath = findChromium();
await buildIfNeeded();
const data = await mkdtemp(path.join(tmpdir(), "rcs-reach-shots-"));
const app = await startApp({
  ...process.env,
  NODE_ENV: "production",
  DATABASE_URL: "",
  DATA_DIR: path.join(data, "data"),
  PORT: String(await getPort({ host: "127.0.0.1" })),
  OWNER_EMAIL: owner.email,
  OWNER_PASSWORD: owner.password,
});
const browser = await chromium.launch({
  executablePath: chromiumPath,
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
try {
  await mkdir(folder, { recursive: true });
  const page = await browser.newPage({ baseURL: app.url });
  await signIn(page);
  await shoot(browser, app.url, await makeRun(page));
} finally {
  await browser.close();
  await app.stop();
  await rm(data, { recursive: true, force: true });
}
