/**
 * `npm run bench`: what we measure, beside what it is compared with, in one table. Names of
 * subjects after `--` choose some of them. Exits 1 when a goal is missed.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { buildProcessesIfNeeded } from "@/scripts/build-if-needed";
import { benchCleaning } from "./cleaning";
import { benchExports } from "./exports";
import { benchOpening } from "./opening";
import { benchPages } from "./pages";
import { benchReads } from "./reads";
import { type Row, tableOf } from "./report";
import { benchRuns } from "./runs";
import { benchUploads } from "./uploads";

const subjects: Record<string, () => Promise<Row[]>> = {
  cleaning: benchCleaning,
  pages: benchPages,
  uploads: benchUploads,
  runs: benchRuns,
  reads: benchReads,
  exports: benchExports,
  opening: benchOpening,
};

/** Measures a subject in a process of its own, so that none finds another's database or memory. */
async function measured(name: string): Promise<Row[]> {
  const env = { ...process.env, BENCH_SUBJECT: name };
  const child = fork(import.meta.filename, { execArgv: process.execArgv, env });
  const rows: Row[] = [];
  child.on("message", (given: Row[]) => rows.push(...given));
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`${name} could not be measured.`);
  return rows;
}

async function main(chosen: string[]): Promise<number> {
  const unknown = chosen.filter((name) => !(name in subjects));
  if (unknown.length > 0) {
    console.error(`No such subject: ${unknown.join(", ")}. There are ${Object.keys(subjects)}.`);
    return 2;
  }
  await buildProcessesIfNeeded();
  const rows: Row[] = [];
  for (const name of chosen.length > 0 ? chosen : Object.keys(subjects)) {
    console.error(`Measuring ${name} …`);
    rows.push(...(await measured(name)));
  }
  console.log(`\n${tableOf(rows)}`);
  return rows.some(({ met }) => met === false) ? 1 : 0;
}

const measure = subjects[process.env.BENCH_SUBJECT ?? ""];
if (measure) {
  process.send?.(await measure());
  process.disconnect();
} else {
  process.exit(await main(process.argv.slice(2)));
}
