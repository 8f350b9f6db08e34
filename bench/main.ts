/** `npm run bench`: what we measure, beside what it is compared with, in one table. Exits 1 when a goal is missed. */
import { rm } from "node:fs/promises";
import path from "node:path";
import { withInstallation } from "@/scripts/installation";
import { writeAudienceFile } from "./audience-file";
import { measureCleaning } from "./measure-cleaning";
import { measurePage } from "./measure-page";
import { measureRun } from "./measure-run";
import { measureViews } from "./measure-views";

interface Row {
  measured: string;
  ours: string;
  beside: string;
  ratio: string;
  goal: string;
  met: boolean | null;
}

const table: Row[] = [];
const times = (ratio: number) => `${ratio.toFixed(2)} ×`;
const s = (seconds: number) => `${seconds.toFixed(2)} s`;

const rows = 200_000;
const file = await writeAudienceFile(rows);
try {
  const { own, rival, ours, rivals } = await measureCleaning(file);
  table.push({
    measured: `cleaning ${rows.toLocaleString("en")} rows in Node.js (${ours.toLocaleString("en")} unique)`,
    ours: s(own),
    beside: `plain loop of PapaParse and libphonenumber-js: ${s(rival)} (${rivals.toLocaleString("en")} unique)`,
    ratio: times(own / rival),
    goal: "none yet",
    met: null,
  });
  const { page, views } = await withInstallation(async ({ openPage }) => ({
    page: await measurePage(await openPage(), file),
    views: await measureViews(openPage),
  }));
  table.push({
    measured: `the same on the upload page in Chromium (${s(page.seconds)}): longest task of the main thread`,
    ours: page.longestTask === 0 ? "under 50 ms" : `${Math.round(page.longestTask)} ms`,
    beside: "",
    ratio: "",
    goal: "at most 100 ms",
    met: page.longestTask <= 100,
  });
  table.push({
    measured: "JavaScript for the first view of a finished run's page, compressed",
    ours: `${Math.round(views.scriptBytes / 1000)} kB`,
    beside: "",
    ratio: "",
    goal: "at most 250 kB",
    met: views.scriptBytes <= 250_000,
  });
  table.push({
    measured: "largest layout shift of the first view of any page, 1440 and 390 pixels wide",
    ours: `${views.layoutShift.toFixed(3)} (${views.worst})`,
    beside: "",
    ratio: "",
    goal: "under 0.02",
    met: views.layoutShift < 0.02,
  });
  table.push({
    measured: "slowest answer to a click or a key on the pages, to the next frame",
    ours: `${Math.round(views.interaction.milliseconds)} ms (${views.interaction.what})`,
    beside: "",
    ratio: "",
    goal: "at most 100 ms",
    met: views.interaction.milliseconds <= 100,
  });
} finally {
  await rm(path.dirname(file), { recursive: true, force: true });
}

const setting = { contacts: 100_000, latencyMs: 200, callsAtOnce: 8 };
const { seconds, ideal } = await measureRun(setting);
table.push({
  measured: "a run of 100,000 numbers, sandbox at 200 ms, 8 calls at once",
  ours: s(seconds),
  beside: `ideal, calls ÷ 8 × 200 ms: ${s(ideal)}`,
  ratio: times(seconds / ideal),
  goal: "at most 1.30 ×",
  met: seconds / ideal <= 1.3,
});

const header: Record<keyof Omit<Row, "met">, string> & { met: string } = {
  measured: "measured",
  ours: "ours",
  beside: "beside",
  ratio: "ratio",
  goal: "goal",
  met: "met",
};
const cells = [header, ...table].map((row) =>
  Object.values({
    ...row,
    met: row.met === null ? "" : row.met === true ? "yes" : row.met || "NO",
  }),
);
console.log(`\n${cells.map((row) => `| ${row.join(" | ")} |`).join("\n")}`);
process.exit(table.some((row) => row.met === false) ? 1 : 0);
