import { dice } from "./dice";
import type { RunRead } from "./run-reads";

/** Milliseconds of each round of a read. */
export interface TimedRead extends RunRead {
  times: number[];
}

/** So often, at least, a kind of read is timed in each round. */
const OFTEN = 24;
/** Rounds that are not counted, in which caches and plans become what they are in use. */
const WARM_UP = 2;

/**
 * Times the reads of several runs, all of them in each round, in an order of its own: whatever else
 * the machine does meets every run alike.
 */
export async function timeReads(
  runs: readonly RunRead[][],
  rounds: number,
): Promise<TimedRead[][]> {
  const timed = runs.map((reads) => reads.map((one): TimedRead => ({ ...one, times: [] })));
  const roll = dice(20);
  const repeats = (reads: readonly TimedRead[], { kind }: TimedRead) =>
    Math.ceil(OFTEN / reads.filter((one) => one.kind === kind).length);
  for (let round = -WARM_UP; round < rounds; round++) {
    const order = timed
      .flatMap((reads) =>
        reads.flatMap((one) => Array.from({ length: repeats(reads, one) }, () => one)),
      )
      .map((one) => ({ one, place: roll() }))
      .sort((a, b) => a.place - b.place);
    for (const { one } of order) {
      const started = performance.now();
      await one.read();
      if (round >= 0) one.times.push(performance.now() - started);
    }
  }
  return timed;
}
