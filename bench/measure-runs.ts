import type { LookupBench } from "./lookup-bench";
import { percentile } from "./percentile";
import { usNumbers } from "./us-numbers";

/** How a run is measured: the sandbox's latency in milliseconds, and calls at once. */
export interface RunSetting {
  contacts: number;
  latencyMs: number;
  callsAtOnce: number;
}

/** So many that they don't matter. */
const CALLS_PER_SECOND = 1_000;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

/** Makes a run and times it from its start to its last outcome, in seconds. */
async function timeRun(bench: LookupBench, accountId: string, contacts: number) {
  const id = await bench.makeRun(accountId, contacts);
  let calls = 0;
  const seconds = await timed(async () => {
    await bench.start(id);
    calls = await bench.isDone(id);
  });
  return { seconds, calls };
}

/**
 * Times the same run twice and takes the shorter one: a worker that has just been started compiles
 * as it goes, and workers live for weeks.
 */
async function timeTwice(bench: LookupBench, accountId: string, contacts: number) {
  const first = await timeRun(bench, accountId, contacts);
  const second = await timeRun(bench, accountId, contacts);
  return second.seconds < first.seconds ? second : first;
}

/** Times a run with one worker beside the ideal: calls ÷ calls at once × latency. */
export async function measureRun(
  bench: LookupBench,
  { contacts, latencyMs, callsAtOnce }: RunSetting,
) {
  await bench.setLatency(latencyMs);
  await bench.setWorkers(1);
  const accountId = await bench.makeAccount({ callsAtOnce, callsPerSecond: CALLS_PER_SECOND });
  const { seconds, calls } = await timeRun(bench, accountId, contacts);
  return { seconds, calls, ideal: (calls / callsAtOnce) * (latencyMs / 1000) };
}

/** Times a run beside a bare loop that makes the same calls and throws the answers away. */
export async function measureBesideLoop(
  bench: LookupBench,
  { contacts, latencyMs, callsAtOnce }: RunSetting,
) {
  await bench.setLatency(latencyMs);
  await bench.setWorkers(1);
  const accountId = await bench.makeAccount({ callsAtOnce, callsPerSecond: 10_000 });
  const { seconds, calls } = await timeTwice(bench, accountId, contacts);
  const numbers = usNumbers(contacts);
  const size = Math.ceil(contacts / calls);
  let next = 0;
  const lane = async () => {
    while (next < contacts) {
      const deviceAddresses = numbers.slice(next, next + size);
      next += size;
      const answer = await fetch(`${bench.sandboxUrl}/v1/BENCH0/rcs/lookup/bulk`, {
        method: "POST",
        headers: { "Content-Type": "application/json", "api-key": "sandbox-key" },
        body: JSON.stringify({ deviceAddresses }),
      });
      if (!answer.ok) throw new Error(`The sandbox answered ${answer.status}.`);
      await answer.arrayBuffer();
    }
  };
  const loops: number[] = [];
  for (let no = 0; no < 2; no++) {
    next = 0;
    loops.push(await timed(() => Promise.all(Array.from({ length: callsAtOnce }, lane))));
  }
  return { seconds, loop: Math.min(...loops), calls };
}

/**
 * Times the same run with one worker and with several, each held to a number of calls at once and
 * each after as many calls as any other; and with several under a limit of calls a second, which the
 * sandbox's log tells of.
 */
export async function measureWorkers(
  bench: LookupBench,
  { contacts, latencyMs, callsAtOnce }: RunSetting,
  workers: number,
  limit: number,
) {
  await bench.setLatency(latencyMs);
  const accountId = await bench.makeAccount({
    callsAtOnce: callsAtOnce * workers,
    callsPerSecond: CALLS_PER_SECOND,
  });
  await bench.setWorkers(1, callsAtOnce);
  const one = await timeTwice(bench, accountId, contacts);
  await bench.setWorkers(workers, callsAtOnce);
  // What one worker has done in its first run, each of several has done only after as many runs.
  for (let no = 1; no < workers; no++) await timeRun(bench, accountId, contacts);
  const all = await timeTwice(bench, accountId, contacts);
  const limited = await bench.makeAccount({
    callsAtOnce: callsAtOnce * workers,
    callsPerSecond: limit,
  });
  await bench.log();
  await timeRun(bench, limited, 100 * 500);
  const { totals } = await bench.log();
  return { one: one.seconds, all: all.seconds, most: totals.maxCallsPerSecond };
}

/** Times a small run alone, and while a large one of another account goes. */
export async function measureNeighbour(
  bench: LookupBench,
  { contacts, latencyMs, callsAtOnce }: RunSetting,
  small: number,
) {
  await bench.setLatency(latencyMs);
  await bench.setWorkers(1);
  const limits = { callsAtOnce, callsPerSecond: CALLS_PER_SECOND };
  const [large, other] = [await bench.makeAccount(limits), await bench.makeAccount(limits)];
  const alone: number[] = [];
  for (let no = 0; no < 3; no++) alone.push((await timeRun(bench, other, small)).seconds);
  const id = await bench.makeRun(large, contacts);
  const beside: number[] = [];
  await bench.start(id);
  while ((await bench.progressOf(id)) === 0) await new Promise((next) => setTimeout(next, 50));
  for (let no = 0; no < 3; no++) beside.push((await timeRun(bench, other, small)).seconds);
  const isStillGoing = (await bench.progressOf(id)) < contacts;
  await bench.isDone(id);
  return { alone: percentile(alone, 0.5), beside: percentile(beside, 0.5), isStillGoing };
}
