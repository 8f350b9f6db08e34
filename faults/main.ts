/**
 * `npm run test:faults`: real processes, struck at random but seeded moments during runs, and what
 * came of it.
 *
 *     npm run test:faults -- --rounds 20 --seed 7 --numbers 20000
 */
import { parseArgs } from "node:util";
import { z } from "zod";
import type { AccountView } from "@/lib/api/accounts";
import { closePool } from "@/lib/db/pool";
import { buildIfNeeded } from "@/scripts/build-if-needed";
import { Client } from "./client";
import { withProcesses } from "./installation";
import { type RoundResult, runRound } from "./run-round";

const WORKERS = 3;
const LATENCY_MS = 400;

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "20" },
    seed: { type: "string", default: String(Date.now() % 100_000) },
    numbers: { type: "string", default: "20000" },
  },
});
const whole = z.coerce.number().int().min(1);
const setting = z.object({ rounds: whole, seed: whole, numbers: whole.min(2_000) }).parse(values);

await buildIfNeeded();
const { rounds, seed, numbers } = setting;
console.log(`${rounds} rounds of ${numbers} numbers, seed ${seed}, ${WORKERS} workers`);
const results = await withProcesses(WORKERS, async (at) => {
  const client = new Client(at.url);
  await client.signIn(at.owner);
  const { items } = await client.get<{ items: AccountView[] }>("/api/accounts");
  const accountId = items[0]?.id ?? "";
  await client.patch(`/api/accounts/${accountId}`, { callsAtOnce: 6 });
  await fetch(`${at.sandboxUrl}/sandbox/settings`, {
    method: "PUT",
    body: JSON.stringify({ latencyMs: LATENCY_MS }),
  });
  const done: RoundResult[] = [];
  for (let round = 0; round < rounds; round++) {
    const result = await runRound(at, client, {
      ...{ accountId, seed, round, numbers, latencyMs: LATENCY_MS },
    });
    print(round, result);
    done.push(result);
  }
  const endings = at.workers.reduce((sum, { endings: one }) => sum + one, 0);
  console.log(
    `\nrequests repeated by the client: ${client.retries}, workers that ended by themselves: ${endings}`,
  );
  await closePool();
  return done;
});

const sum = (of: (result: RoundResult) => number) => results.reduce((all, one) => all + of(one), 0);
const wrong = results.flatMap((result) => result.wrong);
console.log(
  [
    `rounds: ${results.length}`,
    `faults survived: ${sum(({ faults }) => faults.length)}`,
    `numbers: ${numbers * results.length}`,
    `numbers lost: ${sum(({ lost }) => lost)}`,
    `numbers asked twice: ${sum(({ askedAgain }) => askedAgain)} (lookups beyond the necessary: ${sum(({ beyond }) => beyond)})`,
    `the ledger: ${sum(({ ambiguousCalls }) => ambiguousCalls)} calls with ${sum(({ ambiguousNumbers }) => ambiguousNumbers)} numbers possibly billed, ${sum(({ billedAgain }) => billedAgain)} numbers billed twice, each in a call that was under way when a fault struck`,
  ].join("\n"),
);
for (const what of wrong) console.error(`wrong: ${what}`);
process.exit(wrong.length + sum(({ lost }) => lost) > 0 ? 1 : 0);

function print(round: number, { faults, seconds, ...audit }: RoundResult): void {
  const { lost, askedAgain, ambiguousCalls, wrong } = audit;
  console.log(
    `\nround ${round + 1}, ${seconds.toFixed(1)} s: lost ${lost}, asked twice ${askedAgain}, possibly billed calls ${ambiguousCalls}`,
  );
  for (const { fault, after } of faults) {
    const when = "chunks" in after ? `chunk ${after.chunks}` : `call ${after.calls}`;
    console.log(`  ${when}: ${fault}`);
  }
  for (const what of wrong) console.log(`  wrong: ${what}`);
}
