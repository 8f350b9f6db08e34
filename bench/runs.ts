import { measureRun } from "./measure-run";
import { atMost, type Row, seconds } from "./report";

/** From the start of a run to its last outcome. */
export async function benchRuns(): Promise<Row[]> {
  const run = await measureRun({ contacts: 100_000, latencyMs: 200, callsAtOnce: 8 });
  return [
    atMost(1.3, run.seconds / run.ideal, {
      goal: "f",
      measured: "a run of 100,000 numbers, sandbox at 200 ms, 8 calls at once",
      ours: seconds(run.seconds),
      beside: `ideal, calls ÷ 8 × 200 ms: ${seconds(run.ideal)}`,
    }),
  ];
}
