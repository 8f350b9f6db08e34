/** `npm run screenshots`: the pictures of docs/screenshots, of the real list against the sandbox. */
import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { Page } from "@playwright/test";
import type { SettingsInput } from "@/sandbox/settings";
import { type Installation, runIs, startRunInBrowser, withInstallation } from "./installation";

const folder = "docs/screenshots";
const list = "e2e/data/us-hospitals.csv";
const looks = [1440, 390].flatMap((width) =>
  (["light", "dark"] as const).map((colorScheme) => ({ width, colorScheme })),
);

/** Runs that have come to an end, or to a stand. */
interface Runs {
  done: string;
  paused: string;
  failed: string;
  /** The path of their account. */
  account: string;
}

async function setSandbox(url: string, settings: SettingsInput): Promise<void> {
  await fetch(`${url}/sandbox/log`, { method: "DELETE" });
  await fetch(`${url}/sandbox/settings`, { method: "PUT", body: JSON.stringify(settings) });
}

async function makeRun(
  page: Page,
  { sandboxUrl }: Installation,
  settings: SettingsInput,
  status: string,
): Promise<string> {
  await setSandbox(sandboxUrl, settings);
  const run = await startRunInBrowser(page, list);
  await runIs(page, status);
  return run;
}

async function makeRuns(at: Installation): Promise<Runs> {
  const page = await at.openPage();
  const done = await makeRun(page, at, { rejectShare: 0.002, missingShare: 0.01 }, "Done");
  const paused = await makeRun(page, at, { refuseKeyAfter: 4 }, "Paused");
  const failed = await makeRun(page, at, { failEvery: { n: 3, how: "redirect" } }, "Done");
  const { items } = await (await page.request.get("/api/accounts")).json();
  await page.context().close();
  return { done, paused, failed, account: `/accounts/${items[0].id}` };
}

/** Nothing keeps the place of something any more. */
async function isFilled(page: Page): Promise<void> {
  const holders = "[role=status][aria-label^=Loading], .animate-breathe";
  await page.waitForFunction((css) => document.querySelector(css) === null, holders);
  await page.evaluate(() => document.fonts.ready);
}

/** Each picture: how to get there, and what is there when it can be taken. */
function pictures(runs: Runs): [name: string, take: (page: Page) => Promise<void>][] {
  const at = (address: string, text: string | RegExp) => async (page: Page) => {
    await page.goto(address);
    await page.getByRole("main").getByText(text).filter({ visible: true }).first().waitFor();
    await isFilled(page);
  };
  /** A tab of a run. Small screens are scrolled to it, since the picture is of what it holds. */
  const tab = (name: string, table: string) => async (page: Page) => {
    await page.goto(`${runs.done}?tab=${name}`);
    await page.getByRole("table", { name: table }).getByRole("row").nth(1).waitFor();
    await isFilled(page);
    if ((page.viewportSize()?.width ?? 0) < 640) {
      await page.getByRole("tablist").evaluate((list) => list.scrollIntoView({ block: "start" }));
    }
  };
  return [
    ["overview", at("/", "Latest runs")],
    ["runs", at("/runs", "us-hospitals")],
    ["upload-file", at("/runs/new", "Choose the list")],
    [
      "upload-columns",
      async (page) => {
        await page.locator("input[type=file]").setInputFiles(list);
        await page.getByRole("button", { name: "Continue" }).waitFor();
        await page.getByRole("table", { name: /before and after/ }).waitFor();
      },
    ],
    [
      "upload-review",
      async (page) => {
        await page.getByRole("button", { name: "Continue" }).click();
        await page.getByRole("heading", { name: "Is this your audience?" }).waitFor();
      },
    ],
    ["run-done", at(runs.done, /can receive RCS/)],
    [
      "run-segments",
      async (page) => {
        await page.getByRole("button", { name: "Export segment" }).click();
        await page.getByRole("link", { name: /^Reachable on RCS/ }).waitFor();
      },
    ],
    ["run-contacts", tab("contacts", "Contacts")],
    ["run-invalid", tab("invalid", "Invalid rows")],
    ["run-duplicates", tab("duplicates", "Duplicates")],
    ["run-lookups", tab("lookups", "Every call, newest first")],
    ["run-paused", at(runs.paused, "Paused: Kaleyra refused the key")],
    ["run-failed", at(runs.failed, /lookups failed/)],
    ["report", at(`${runs.done}/report`, /can receive RCS/)],
    ["compare", at(`${runs.failed}/compare?with=${runs.done.split("/").at(-1)}`, /the share/)],
    ["quick-check", at("/lookup", "The answer appears here")],
    [
      "quick-check-result",
      async (page) => {
        await page.getByRole("textbox", { name: "Phone number" }).fill("+1 415 200 0001");
        await page.getByRole("button", { name: "Check now" }).click();
        await page.getByText("Made up by the sandbox").first().waitFor();
      },
    ],
    ["settings", at("/settings", "Theme")],
    ["accounts", at("/accounts", "Kaleyra sandbox")],
    ["account-new", at("/accounts/new", "Before you begin")],
    ["account", at(runs.account, "At a glance")],
    ["people", at(`${runs.account}/people`, "Sees charts")],
    [
      "people-invite",
      async (page) => {
        await page.getByRole("button", { name: "Invite somebody" }).click();
        await page.getByRole("dialog").getByLabel("Email").fill("ana@example.com");
      },
    ],
    ["tokens", at(`${runs.account}/tokens`, "No token yet")],
    ["audit", at(`${runs.account}/audit`, /signed in/)],
    ["erase", at("/settings/erase", "Erase a number")],
  ];
}

await mkdir(folder, { recursive: true });
await withInstallation(async (at) => {
  async function save(page: Page, name: string, { width, colorScheme }: (typeof looks)[number]) {
    // A button that the pointer was left on would look pressed.
    await page.mouse.move(0, 0);
    await page.screenshot({ path: path.join(folder, `${name}-${width}-${colorScheme}.png`) });
  }
  const open = ({ width, colorScheme }: (typeof looks)[number]) =>
    at.openPage({
      colorScheme,
      viewport: { width, height: width === 390 ? 844 : 900 },
      reducedMotion: "reduce",
    });
  for (const look of looks) {
    const page = await open(look);
    await page.getByRole("main").waitFor();
    await save(page, "overview-empty", look);
    await page.context().close();
  }
  const runs = await makeRuns(at);
  for (const look of looks) {
    const page = await open(look);
    for (const [name, take] of pictures(runs)) {
      await take(page);
      await save(page, name, look);
    }
    // One that stands still in its middle. It is ended before Kaleyra's silence becomes an event.
    await makeRun(page, at, { holdAfter: 5 }, "Running");
    await page.getByText("Kaleyra answered 5 calls").waitFor();
    await save(page, "run-running", look);
    await setSandbox(at.sandboxUrl, {});
    await runIs(page, "Done");
    await page.context().clearCookies();
    await page.goto("/sign-in");
    await page.getByLabel("Email").waitFor();
    await save(page, "sign-in", look);
    await page.context().close();
  }
});
