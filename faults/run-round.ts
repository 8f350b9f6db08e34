import { setTimeout as sleep } from "node:timers/promises";
import { usNumbers } from "@/bench/us-numbers";
import type { RunView } from "@/lib/api/runs";
import { auditRound, type RoundAudit } from "./audit-round";
import type { Client } from "./client";
import type { Installation } from "./installation";
import { type PlannedFault, planRound } from "./plan-round";
import { strike } from "./strike";

const CHUNK = 1_000;
/** A run that has not ended by then will not. */
const DEADLINE_MS = 180_000;

export interface RoundResult extends RoundAudit {
  faults: PlannedFault[];
  seconds: number;
}

/** Takes a list through upload and run while faults strike, and looks at what came of it. */
export async function runRound(
  at: Installation,
  client: Client,
  setting: { accountId: string; seed: number; round: number; numbers: number; latencyMs: number },
): Promise<RoundResult> {
  const { accountId, seed, round, latencyMs } = setting;
  const began = performance.now();
  const numbers = usNumbers(setting.numbers);
  const chunks = Math.ceil(numbers.length / CHUNK);
  const faults = planRound({
    ...{ seed, round, chunks, latencyMs },
    calls: Math.ceil(numbers.length / 500),
    workers: at.workers.length,
  });
  at.journal.clear();
  const strikes: Date[] = [];
  const struck: Promise<void>[] = [];
  const isDue = ({ after }: PlannedFault, sent: number, calls: number) =>
    "chunks" in after ? after.chunks <= sent : after.calls <= calls;
  let next = 0;
  const strikeDue = (sent: number, calls: number) => {
    for (let due = faults[next]; due && isDue(due, sent, calls); due = faults[next]) {
      next += 1;
      struck.push(strikeLater(at, due, strikes));
    }
  };

  const id = await client.draft(accountId, numbers.length);
  for (let index = 0; index < chunks; index++) {
    strikeDue(index, 0);
    const part = numbers.slice(index * CHUNK, (index + 1) * CHUNK);
    const contacts = part.map((number, no) => ({ line: index * CHUNK + no + 2, number }));
    await client.post(`/api/runs/${id}/contacts`, { index, contacts });
  }
  // Pressed twice, as people do.
  await Promise.all([1, 2].map(() => client.post(`/api/runs/${id}/start`)));
  let run: RunView | undefined;
  const ended = runEnds(client, id).then((last) => {
    run = last;
  });
  while (!run) {
    strikeDue(chunks, at.journal.read().length);
    await Promise.race([ended, sleep(10)]);
  }
  await Promise.all(struck);
  const seconds = (performance.now() - began) / 1000;
  const audit = await auditRound(id, numbers, at.journal.read(), strikes);
  if (run.status !== "done") audit.wrong.push(`the run is ${run.status}`);
  if (next < faults.length) audit.wrong.push(`${faults.length - next} faults did not strike`);
  const { unique, duplicates, invalid, blank, rows } = run.counts;
  if (unique + duplicates + invalid + blank !== rows) audit.wrong.push("rows do not add up");
  return { ...audit, faults, seconds };
}

async function strikeLater(at: Installation, planned: PlannedFault, strikes: Date[]) {
  await sleep(planned.later);
  strikes.push(new Date());
  await strike(at, planned);
}

/** Waits for the end of a run, or for the deadline. */
async function runEnds(client: Client, id: string): Promise<RunView> {
  const until = performance.now() + DEADLINE_MS;
  for (;;) {
    const run = await client.get<RunView>(`/api/runs/${id}`);
    if (run.status === "done" || performance.now() > until) return run;
    await sleep(100);
  }
}
