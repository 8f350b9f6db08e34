import { type LookupBench, withLookupBench } from "./lookup-bench";
import {
  measureBesideLoop,
  measureNeighbour,
  measureRun,
  measureWorkers,
  type RunSetting,
} from "./measure-runs";
import { atMost, count, type Row, seconds, times } from "./report";

const WORKERS = 4;
const LIMIT = 20;

/** From the start of a run to its last outcome. */
export function benchRuns(): Promise<Row[]> {
  return withLookupBench(async (bench) => [
    await besideIdeal(bench, "f", 1.3, { contacts: 100_000, latencyMs: 200, callsAtOnce: 8 }),
    await besideIdeal(bench, "5", 1.15, { contacts: 1_000_000, latencyMs: 200, callsAtOnce: 16 }),
    await besideLoop(bench),
    ...(await severalWorkers(bench)),
    await neighbour(bench),
  ]);
}

async function besideIdeal(bench: LookupBench, goal: string, bound: number, setting: RunSetting) {
  const run = await measureRun(bench, setting);
  const { contacts, latencyMs, callsAtOnce } = setting;
  return atMost(bound, run.seconds / run.ideal, {
    goal,
    measured: `a run of ${count(contacts)} numbers (${count(run.calls)} calls), sandbox at ${latencyMs} ms, ${callsAtOnce} calls at once, from start to the last outcome stored`,
    ours: seconds(run.seconds),
    beside: `calls ÷ ${callsAtOnce} × ${latencyMs} ms: ${seconds(run.ideal)}`,
  });
}

async function besideLoop(bench: LookupBench): Promise<Row> {
  const setting = { contacts: 100_000, latencyMs: 0, callsAtOnce: 8 };
  const run = await measureBesideLoop(bench, setting);
  return atMost(2, run.seconds / run.loop, {
    goal: "6",
    measured: `a run of ${count(setting.contacts)} numbers (${run.calls} calls), sandbox at 0 ms, ${setting.callsAtOnce} calls at once, the shorter of two`,
    ours: seconds(run.seconds),
    beside: `a bare loop of the same calls that throws the answers away: ${seconds(run.loop)}`,
  });
}

async function severalWorkers(bench: LookupBench): Promise<Row[]> {
  const setting = { contacts: 1_000_000, latencyMs: 200, callsAtOnce: 8 };
  const { one, all, most } = await measureWorkers(bench, setting, WORKERS, LIMIT);
  return [
    {
      goal: "7",
      measured: `a run of ${count(setting.contacts)} numbers with ${WORKERS} workers, each held to 8 calls at once, sandbox at 200 ms, the shorter of two`,
      ours: seconds(all),
      beside: `1 worker: ${seconds(one)}`,
      ratio: `${times(one / all)} faster`,
      wanted: `at least ${times(3.6)}`,
      met: one / all >= 3.6,
    },
    {
      goal: "7",
      measured: `most calls in any second with ${WORKERS} workers and a limit of ${LIMIT} a second, by the sandbox's log`,
      ours: String(most),
      beside: "",
      ratio: "",
      wanted: `at most ${LIMIT}`,
      met: most <= LIMIT,
    },
  ];
}

async function neighbour(bench: LookupBench): Promise<Row> {
  const setting = { contacts: 1_000_000, latencyMs: 200, callsAtOnce: 16 };
  const { alone, beside, isStillGoing } = await measureNeighbour(bench, setting, 100);
  const row = atMost(1.5, beside / alone, {
    goal: "10",
    measured: `a run of 100 of another account while a run of ${count(setting.contacts)} goes${isStillGoing ? "" : " (which had ended meanwhile)"}`,
    ours: seconds(beside),
    beside: `the same alone: ${seconds(alone)}`,
  });
  return isStillGoing ? row : { ...row, met: false };
}
