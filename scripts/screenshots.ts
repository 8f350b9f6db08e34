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
  await page.context().close();
  return { done, paused, failed };
}

/** Each picture: how to get there, and what is there when it can be taken. */
function pictures(runs: Runs): [name: string, take: (page: Page) => Promise<void>][] {
  const at = (address: string, text: string | RegExp) => async (page: Page) => {
    await page.goto(address);
    await page.getByRole("main").getByText(text).filter({ visible: true }).first().waitFor();
  };
  return [
    ["overview", at("/", "Latest runs")],
    ["runs", at("/runs", "us-hospitals")],
    [
      "upload-columns",
      async (page) => {
        await page.goto("/runs/new");
        await page.locator("input[type=file]").setInputFiles(list);
        await page.getByRole("button", { name: "Continue" }).waitFor();
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
    ["run-contacts", at(`${runs.done}?tab=contacts`, /^\+1/)],
    ["run-invalid", at(`${runs.done}?tab=invalid`, /Row|Line/)],
    ["run-lookups", at(`${runs.done}?tab=lookups`, /Planned|planned/)],
    ["run-paused", at(runs.paused, "Paused: Kaleyra refused the key")],
    ["run-failed", at(runs.failed, /lookups failed/)],
    ["report", at(`${runs.done}/report`, /can receive RCS/)],
    [
      "compare",
      at(`${runs.failed}/compare?with=${runs.done.split("/").at(-1)}`, /The share|, the share/),
    ],
    ["quick-check", at("/lookup", "Quick check")],
    ["settings", at("/settings", "Theme")],
    ["accounts", at("/accounts", "Kaleyra sandbox")],
  ];
}

await mkdir(folder, { recursive: true });
await withInstallation(async (at) => {
  const save = (page: Page, name: string, { width, colorScheme }: (typeof looks)[number]) =>
    page.screenshot({ path: path.join(folder, `${name}-${width}-${colorScheme}.png`) });
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
    await page.context().close();
  }
});
