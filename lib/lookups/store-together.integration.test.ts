import { expect, it } from "vitest";
import { pool } from "@/lib/db/pool";
import { startRun } from "@/lib/runs/start-run";
import { keptCounts, recount } from "@/test/kept-counts";
import { draftRun, storedOutcomes, usNumbers } from "@/test/runs";
import { withSteps } from "@/test/steps";
import type { ContactOutcome } from "./contact-outcome";
import { openCall } from "./ledger";
import { planRun } from "./plan-run";
import { type StoredAnswer, storeTogether } from "./store-together";

const at = withSteps();

/** A run whose numbers go out singly, from line 2 on; nothing is asked. */
async function plannedRun(count: number): Promise<string> {
  const { id } = await draftRun(at.user, at.accountId, usNumbers(count));
  await startRun(at.user, id);
  await planRun(id, 1);
  return id;
}

async function answerTo(runId: string, no: number, outcome: Partial<ContactOutcome> = {}) {
  const { accountId } = at;
  const call = { accountId, runId, batchNo: no, operation: "single_lookup", numbers: 1 } as const;
  const callId = await openCall(pool(), call);
  const given = { outcome: "rcs", carrier: null, carrierStatus: null, failure: null } as const;
  const answer: StoredAnswer = {
    accountId: at.accountId,
    call: { id: callId, httpStatus: 200, billed: 1 },
    closes: no,
    outcomes: [{ line: no + 1, country: "US", ...given, ...outcome }],
  };
  return answer;
}

/** How many transactions have stored answers of this run: each has its moment. */
async function transactionsOf(runId: string): Promise<number> {
  const { rows } = await pool().query(
    "SELECT count(DISTINCT checked_at)::int AS count FROM contact_results WHERE run_id = $1 AND outcome <> 'pending'",
    [runId],
  );
  return rows[0].count;
}

it("stores what comes while others are stored in one transaction, and tells each when it is", async () => {
  const id = await plannedRun(6);
  const answers = await Promise.all([1, 2, 3, 4, 5, 6].map((no) => answerTo(id, no)));
  // All but the first come while that one is being stored.
  await Promise.all(answers.map((answer) => storeTogether(id, answer)));
  expect([...(await storedOutcomes(id)).values()]).toEqual(Array(6).fill("rcs"));
  expect(await keptCounts(id)).toEqual(await recount(id));
  expect(await transactionsOf(id)).toBe(2);
});

it("one that is refused fails alone, and those that came with it are stored", async () => {
  const id = await plannedRun(4);
  const bad = await answerTo(id, 2, { carrier: "not a text\0" });
  const [first, third, fourth] = await Promise.all([1, 3, 4].map((no) => answerTo(id, no)));
  const stored = [first, bad, third, fourth].map((answer) =>
    storeTogether(id, answer as StoredAnswer),
  );
  expect((await Promise.allSettled(stored)).map(({ status }) => status)).toEqual([
    "fulfilled",
    "rejected",
    "fulfilled",
    "fulfilled",
  ]);
  expect([...(await storedOutcomes(id)).values()].sort()).toEqual(["pending", "rcs", "rcs", "rcs"]);
  expect(await keptCounts(id)).toEqual(await recount(id));
  const { rows } = await pool().query(
    "SELECT batch_no FROM lookup_calls WHERE run_id = $1 AND result IS NULL",
    [id],
  );
  expect(rows).toEqual([{ batch_no: 2 }]);
});
