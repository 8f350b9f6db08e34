import { withLookupBench } from "./lookup-bench";
import { measureWorkers, measureBesideLoop } from "./measure-runs";
console.log(await withLookupBench(async (bench) => {
  const out = [];
  if (process.argv[2] === "6") out.push(await measureBesideLoop(bench, { contacts: 100_000, latencyMs: 0, callsAtOnce: 8 }));
  for (const contacts of process.argv.slice(3).map(Number)) out.push(await measureWorkers(bench, { contacts, latencyMs: 200, callsAtOnce: 8 }, 4, 20));
  return out;
}));
process.exit(0);
