import { randomUUID } from "node:crypto";
import { type BrowserContextOptions, chromium, type Page } from "@playwright/test";
import { buildIfNeeded } from "./build-if-needed";
import { findChromium } from "./find-chromium";
import { startTemporaryApp } from "./temporary-app";

/** The product as its users get it, new and empty, with a browser before it. */
export interface Installation {
  sandboxUrl: string;
  databaseUrl: string;
  /** Of the web server. */
  webPid: () => number;
  /** A browser window of its own in which the owner has signed in. */
  openPage: (options?: BrowserContextOptions) => Promise<Page>;
}

/** Brings up an installation in a temporary folder, for as long as the work lasts. */
export async function withInstallation<T>(work: (at: Installation) => Promise<T>): Promise<T> {
  const executablePath = findChromium({ isAsUsed: true });
  await buildIfNeeded();
  const owner = { email: "olivia@example.com", password: randomUUID() };
  const app = await startTemporaryApp(() => ({
    OWNER_EMAIL: owner.email,
    OWNER_PASSWORD: owner.password,
  }));
  const browser = await chromium.launch({
    executablePath,
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  const openPage = async (options: BrowserContextOptions = {}) => {
    const page = await browser.newPage({ baseURL: app.url, ...options });
    await signIn(page, owner);
    return page;
  };
  try {
    const { sandboxUrl, databaseUrl } = app;
    const webPid = () => app.web().process.pid ?? 0;
    return await work({ sandboxUrl, databaseUrl, webPid, openPage });
  } finally {
    await browser.close();
    await app.stop();
  }
}

async function signIn(page: Page, owner: { email: string; password: string }): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(owner.email);
  await page.getByLabel("Password", { exact: true }).fill(owner.password);
  await page.keyboard.press("Enter");
  await page.waitForURL("/");
}

/** Takes a list through the upload and starts its run. Returns the path of its page. */
export async function startRunInBrowser(page: Page, list: string): Promise<string> {
  await page.goto("/runs/new");
  await page.locator("input[type=file]").setInputFiles(list);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: /^Start / }).click();
  await page.waitForURL(/\/runs\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}

/** Waits on a run's page until it says how the run is, such as "Done" or "Done, 7 failed". */
export async function runIs(page: Page, status: string): Promise<void> {
  await page
    .getByText(new RegExp(`^${status}(,|$)`))
    .first()
    .waitFor();
}
