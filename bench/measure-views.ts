import { type Installation, runIs, startRunInBrowser } from "@/scripts/installation";
import { measureFirstView } from "./measure-first-view";
import { measureInteractions } from "./measure-interactions";

const list = "e2e/data/us-hospitals.csv";
const viewports = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

/**
 * Opens every page of an installation that has one finished run, each in a new browser window.
 *
 * @returns the bytes of JavaScript for the run's page, the page with the largest layout shift, and
 * the slowest answer to a click or a key
 */
export async function measureViews(openPage: Installation["openPage"]) {
  const first = await openPage();
  const run = await startRunInBrowser(first, list);
  await runIs(first, "Done");
  const pages = ["/", "/runs", "/runs/new", "/lookup", "/accounts", "/accounts/new", "/settings"];
  const tabs = ["contacts", "invalid", "duplicates", "lookups"].map((tab) => `${run}?tab=${tab}`);
  let scriptBytes = 0;
  let largest = { layoutShift: 0, worst: "none" };
  for (const viewport of viewports) {
    for (const path of [run, ...tabs, ...pages]) {
      const page = await openPage({ viewport });
      const view = await measureFirstView(page, path);
      if (path === run) scriptBytes = Math.max(scriptBytes, view.scriptBytes);
      if (view.layoutShift > largest.layoutShift) {
        const worst = `${path.replace(run, "a run's page")}, ${viewport.width}`;
        largest = { layoutShift: view.layoutShift, worst };
      }
      await page.context().close();
    }
  }
  const interaction = await measureInteractions(await openPage(), run);
  return { scriptBytes, ...largest, interaction };
}
