import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { withInstallation } from "@/scripts/installation";
import { writeAudienceFile } from "./audience-file";
import { exposeWorker } from "./page-verdicts";
const cpu = process.argv.includes("prof");
await withInstallation(async ({ openPage }) => {
  const file = await writeAudienceFile(1_000_000);
  for (let round = 0; round < 3; round++) {
    const page = await openPage();
    await exposeWorker(page);
    await page.goto("/runs/new");
    await page.waitForLoadState("networkidle");
    const choosing = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Choose a file" }).click();
    const chooser = await choosing;
    await page.waitForTimeout(1000);
    await page.evaluate(() => {
      const marks: Record<string, number> = {};
      Object.assign(window, { marks }); const old = window.requestIdleCallback.bind(window); window.requestIdleCallback = ((f: any, o: any) => { const t = performance.now(); return old((d: any) => { marks.idle = performance.now() - t; f(d); }, o); }) as any;
      document.addEventListener("change", () => { marks.picked ??= performance.now(); performance.mark("picked"); }, true);
      document.addEventListener("pointerdown", () => { marks.pressed ??= performance.now(); performance.mark("pressed"); }, true);
      new MutationObserver(() => {
        for (const { textContent } of document.querySelectorAll("main button, main h2")) {
          if (textContent === "Continue" && !marks.previewed) { marks.previewed = performance.now(); performance.mark("previewed"); }
          if (textContent === "Is this your audience?" && !marks.reviewed) { marks.reviewed = performance.now(); performance.mark("reviewed"); }
        }
      }).observe(document.body, { childList: true, subtree: true });
    });
    const cdp = await page.context().browser()!.newBrowserCDPSession();
    const chunks: any[] = [];
    cdp.on("Tracing.dataCollected", ({ value }) => chunks.push(...value));
    await cdp.send("Tracing.start", { traceConfig: { includedCategories: ["devtools.timeline", "blink.user_timing", "v8", "toplevel", ...(cpu ? ["disabled-by-default-v8.cpu_profiler"] : [])] }, transferMode: "ReportEvents" } as any);
    await chooser.setFiles(file);
    const is = (m: string) => page.waitForFunction((m) => (window as any).marks[m] !== undefined, m, { timeout: 600000, polling: 100 });
    await is("previewed");
    await page.getByRole("button", { name: "Continue" }).click();
    await is("reviewed");
    await page.waitForTimeout(1500);
    const done = new Promise((r) => cdp.once("Tracing.tracingComplete", r));
    await cdp.send("Tracing.end");
    await done;
    const names = chunks.filter((e) => e.name === "thread_name" && e.args?.name === "CrRendererMain");
    const marks = chunks.filter((e) => ["picked", "previewed", "pressed", "reviewed"].includes(e.name) && e.cat.includes("user_timing"));
    const pid = marks[0]?.pid;
    const main = names.find((e) => e.pid === pid);
    const t0 = marks.find((e) => e.name === "picked")?.ts;
    const rel = (ts: number) => ((ts - t0) / 1000).toFixed(0);
    console.log("idle after", await page.evaluate(() => (window as any).marks.idle)); console.log("marks", marks.map((e) => `${e.name}@${rel(e.ts)}`).join(" "));
    const on = chunks.filter((e) => e.pid === pid && e.tid === main?.tid && e.ph === "X");
    const tasks = on.filter((e) => e.name === "RunTask" || e.name === "ThreadControllerImpl::RunTask").filter((e) => e.dur > 40_000);
    for (const t of tasks) {
      const inner = on.filter((e) => e !== t && e.ts >= t.ts && e.ts + e.dur <= t.ts + t.dur && e.dur > 3000 && e.name !== "RunTask" && e.name !== "ThreadControllerImpl::RunTask");
      console.log(`  task @${rel(t.ts)} wall ${(t.dur / 1000).toFixed(0)} cpu ${(t.tdur / 1000).toFixed(0)}: ${inner.map((e) => `${e.name}${e.args?.data?.functionName ? `:${e.args.data.functionName}` : e.args?.data?.type ? `:${e.args.data.type}` : ""} ${(e.dur / 1000).toFixed(0)}/${((e.tdur ?? 0) / 1000).toFixed(0)}`).join(", ")}`);
    }
    await page.context().close();
  }
  rmSync(path.dirname(file), { recursive: true });
});
process.exit(0);
