/**
 * `npm run bench`: what we measure, beside what it is compared with, in one table. Names of
 * subjects after `--` choose some of them. Exits 1 when a goal is missed.
 */
import { benchCleaning } from "./cleaning";
import { benchExports } from "./exports";
import { benchPages } from "./pages";
import { benchReads } from "./reads";
import { type Row, tableOf } from "./report";
import { benchRuns } from "./runs";

const subjects: Record<string, () => Promise<Row[]>> = {
  cleaning: benchCleaning,
  pages: benchPages,
  runs: benchRuns,
  reads: benchReads,
  exports: benchExports,
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in subjects));
if (unknown.length > 0) {
  console.error(`No such subject: ${unknown.join(", ")}. There are ${Object.keys(subjects)}.`);
  process.exit(2);
}
const rows: Row[] = [];
for (const [name, measure] of Object.entries(subjects)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  console.error(`Measuring ${name} …`);
  rows.push(...(await measure()));
}
console.log(`\n${tableOf(rows)}`);
process.exit(rows.some(({ met }) => met === false) ? 1 : 0);
