import { rm } from "node:fs/promises";
import path from "node:path";
import { withInstallation } from "@/scripts/installation";
import { writeAudienceFile } from "./audience-file";
import { measureCleaning } from "./measure-cleaning";
import { measurePage } from "./measure-page";
import { count, type Row, seconds, times } from "./report";

const rows = 200_000;

/** From a file to the review: how long, and how long the page does not answer meanwhile. */
export async function benchCleaning(): Promise<Row[]> {
  const file = await writeAudienceFile(rows);
  try {
    const { own, rival, ours, rivals } = await measureCleaning(file);
    const page = await withInstallation(async ({ openPage }) =>
      measurePage(await openPage(), file),
    );
    return [
      {
        goal: "a",
        measured: `cleaning ${count(rows)} rows in Node.js (${count(ours)} unique)`,
        ours: seconds(own),
        beside: `plain loop of PapaParse and libphonenumber-js: ${seconds(rival)} (${count(rivals)} unique)`,
        ratio: times(own / rival),
        wanted: "",
        met: null,
      },
      {
        goal: "b",
        measured: `the same on the upload page in Chromium (${seconds(page.seconds)}): longest task of the main thread`,
        ours: page.longestTask === 0 ? "under 50 ms" : `${Math.round(page.longestTask)} ms`,
        beside: "",
        ratio: "",
        wanted: "at most 100 ms",
        met: page.longestTask <= 100,
      },
    ];
  } finally {
    await rm(path.dirname(file), { recursive: true, force: true });
  }
}
