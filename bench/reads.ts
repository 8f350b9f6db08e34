import pg from "pg";
import { withBenchDatabase } from "./bench-database";
import { type TimedRead, timeReads } from "./measure-reads";
import { percentile } from "./percentile";
import { atMost, count, milliseconds, type Row } from "./report";
import { mixedFilters, runReads } from "./run-reads";
import { type StoredRun, storedRunOf, storeRuns } from "./stored-runs";

const SIZES = [10_000, 100_000, 1_000_000];
const ALL_CONTACTS = 20_000_000;
const ROUNDS = 12;
const WORST = 0.95;

/** The reads of a run's page in a large run among many, beside the same in a small one. */
export async function benchReads(): Promise<Row[]> {
  return withBenchDatabase(async ({ url, user, makeAccount }) => {
    const accountId = await makeAccount({ callsAtOnce: 16, callsPerSecond: 1_000 });
    const ids = await storeRuns(url, accountId, [...SIZES.map(storedRunOf), ...others()]);
    const [smallest = ""] = ids;
    const filters = await mixedFilters(smallest);
    const reads = [];
    for (const id of ids.slice(0, SIZES.length)) reads.push(await runReads(user, id, filters));
    const timed = await timeReads(reads, ROUNDS);
    const kinds = [...new Set(timed.flat().map(({ kind }) => kind))];
    return [...kinds.map((kind) => rowOf(kind, timed)), growthRow(timed), await storageRow(url)];
  });
}

/** Runs that make up the rest, the invalid rows of each a hundredth. */
function others(): StoredRun[] {
  const rest = ALL_CONTACTS - SIZES.reduce((sum, size) => sum + size, 0);
  const whole = Math.floor(rest / 1_000_000);
  const sizes = [...Array.from({ length: whole }, () => 1_000_000), rest % 1_000_000];
  return sizes.map((size) => ({ ...storedRunOf(size), invalid: size / 100 }));
}

const timesOf = (reads: readonly TimedRead[], kind?: string) =>
  reads.filter((read) => !kind || read.kind === kind).flatMap(({ times }) => times);
const spread = (times: readonly number[]) =>
  `${milliseconds(percentile(times, 0.5))} / ${milliseconds(percentile(times, WORST))}`;

function rowOf(kind: string, timed: readonly TimedRead[][]): Row {
  const [small = [], large = []] = [timed[0], timed.at(-1)];
  const [ours, beside] = [timesOf(large, kind), timesOf(small, kind)];
  const slowest = large
    .filter((read) => read.kind === kind)
    .map(({ name, times }) => ({ name, median: percentile(times, 0.5) }))
    .reduce((a, b) => (b.median > a.median ? b : a));
  return atMost(1.5, percentile(ours, WORST) / percentile(beside, WORST), {
    goal: "8",
    measured: `${kind} in a run of ${count(SIZES.at(-1) ?? 0)} among ${count(ALL_CONTACTS)} contacts, median / 95th percentile`,
    ours: `${spread(ours)} (slowest: ${slowest.name.replaceAll("|", "\\|")}, median ${milliseconds(slowest.median)})`,
    beside: `the same at ${count(SIZES[0] ?? 0)}: ${spread(beside)}`,
  });
}

function growthRow(timed: readonly TimedRead[][]): Row {
  const worst = timed.map((reads) => percentile(timesOf(reads), WORST));
  const [first = 1, last = 1] = [worst[0], worst.at(-1)];
  const steps = Math.log((SIZES.at(-1) ?? 1) / (SIZES[0] ?? 1));
  return {
    goal: "8",
    measured: "growth: all of these reads, 95th percentile",
    ours: SIZES.map((size, at) => `${count(size)}: ${milliseconds(worst[at] ?? 0)}`).join(", "),
    beside: "",
    ratio: `exponent ${(Math.log(last / first) / steps).toFixed(2)}`,
    wanted: "",
    met: null,
  };
}

/** What a contact takes on disk, freshly stored and indexed. */
async function storageRow(url: string): Promise<Row> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query<{ name: string; bytes: number }>(
    `SELECT c.relname AS name, pg_relation_size(c.oid)::float8 / $1 AS bytes FROM pg_class c
     WHERE c.oid IN ('contacts'::regclass, 'answers'::regclass, 'cell_lines'::regclass)
       OR c.oid IN (SELECT indexrelid FROM pg_index
         WHERE indrelid IN ('contacts'::regclass, 'answers'::regclass, 'cell_lines'::regclass))
     ORDER BY c.relkind DESC, c.relname`,
    [ALL_CONTACTS],
  );
  await client.end();
  const total = rows.reduce((sum, { bytes }) => sum + bytes, 0);
  return {
    goal: "8",
    measured: "bytes for each contact with its indexes, two kept columns of 6 to 11 characters",
    ours: `${total.toFixed(0)} (${rows.map(({ name, bytes }) => `${name} ${bytes.toFixed(0)}`).join(", ")})`,
    beside: "",
    ratio: "",
    wanted: "",
    met: null,
  };
}
