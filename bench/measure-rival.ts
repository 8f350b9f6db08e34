import path from "node:path";
import type { Page } from "@playwright/test";
import { build } from "esbuild";
import { phoneColumn } from "./audience-file";
import type { RivalVerdicts } from "./rival.worker";

export interface RivalCleaning {
  /** From the start of the worker to its last row. */
  seconds: number;
  verdicts: RivalVerdicts;
}

/** Runs a plain worker over a file, in an empty page: with libphonenumber-js, or without. */
export async function measureRival(
  openPage: () => Promise<Page>,
  file: string,
  judge: boolean,
): Promise<RivalCleaning> {
  const code = await bundle();
  const page = await openPage();
  try {
    await page.goto("about:blank");
    await page.setContent("<input type=file>");
    await page.locator("input").setInputFiles(file);
    const answer = await page.evaluate(
      ({ code, judge, phoneColumn }) =>
        new Promise<string>((resolve, reject) => {
          const started = performance.now();
          let seconds = 0;
          const worker = new Worker(URL.createObjectURL(new Blob([code])));
          worker.addEventListener("error", ({ message }) => reject(new Error(message)));
          // A text passes to the bench much faster than a list of a million numbers.
          worker.addEventListener("message", ({ data }) => {
            if (data === "done") seconds = (performance.now() - started) / 1000;
            else resolve(JSON.stringify({ seconds, verdicts: data }));
          });
          const file = document.querySelector("input")?.files?.[0];
          worker.postMessage({ file, judge, phoneColumn });
        }),
      { code, judge, phoneColumn },
    );
    return JSON.parse(answer) as RivalCleaning;
  } finally {
    await page.context().close();
  }
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.resolve(import.meta.dirname, "rival.worker.ts")],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
  });
  return outputFiles[0]?.text ?? "";
}
