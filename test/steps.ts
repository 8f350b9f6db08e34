import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import type { RunView } from "@/lib/api/runs";
import type { SessionUser } from "@/lib/auth/session";
import { closePool, pool } from "@/lib/db/pool";
import { planRun } from "@/lib/lookups/plan-run";
import { closeQueue } from "@/lib/lookups/queue";
import { settleRun } from "@/lib/lookups/settle-run";
import { workLane } from "@/lib/lookups/work-lane";
import { getRun } from "@/lib/runs/get-run";
import { startRun } from "@/lib/runs/start-run";
import { type Sandbox, startSandbox } from "@/sandbox/server";
import type { SettingsInput } from "@/sandbox/settings";
import { makeAccount, makeUser } from "./people";
import { draftRun } from "./runs";

/** What a test works with that takes the worker's steps itself; renewed for each test. */
export interface Steps {
  sandbox: Sandbox;
  user: SessionUser;
  accountId: string;
}

/** More steps than any test needs: work that never ends fails here. */
const MAX_STEPS = 200;

/**
 * Gives the tests of a file a sandbox, and for each test a user with an account of their own. No
 * worker runs: the tests take its steps, one lane at a time unless they say otherwise, and let every
 * wait be over at once. So the order of the calls is known, and no test waits for a clock.
 *
 * @param deadlineMs of each call
 */
export function withSteps({
  deadlineMs,
  settings = {},
}: {
  deadlineMs?: number;
  settings?: SettingsInput;
} = {}): Steps {
  const at = {} as Steps;
  beforeAll(async () => {
    at.sandbox = await startSandbox({ settings: { latencyMs: 0, ...settings } });
    process.env.KALEYRA_RCS_URL = at.sandbox.url;
    process.env.KALEYRA_API_URL = at.sandbox.url;
    if (deadlineMs) process.env.KALEYRA_DEADLINE_MS = String(deadlineMs);
  });
  beforeEach(async () => {
    at.user = await makeUser();
    at.accountId = await makeAccount(at.user, { callsPerSecond: 1_000 });
  });
  afterEach(() => {
    at.sandbox.configure({});
    at.sandbox.clearLog();
  });
  afterAll(async () => {
    await at.sandbox.stop();
    await closeQueue();
    await closePool();
  });
  return at;
}

/** Lets the account's next call, or the next probe of its breaker, come at once. */
export async function letWaitsBeOver(accountId: string): Promise<void> {
  await pool().query(
    `UPDATE account_gates SET next_at = now(), held_until = least(held_until, now()),
       probe_at = CASE WHEN open_since IS NOT NULL THEN now() END
     WHERE account_id = $1`,
    [accountId],
  );
}

/** Takes one step of each lane of a run that is going; whether its round is over then. */
export async function stepRun(runId: string, lanes = 1): Promise<{ isOver: boolean }> {
  const { rows } = await pool().query<{ round: number }>("SELECT round FROM runs WHERE id = $1", [
    runId,
  ]);
  const round = rows[0]?.round ?? 0;
  if (!(await planRun(runId, round))) return { isOver: true };
  const steps = await Promise.all(
    Array.from({ length: lanes }, (_, no) =>
      workLane({ runId, round, id: `lane:${runId}:${round}:${no}` }),
    ),
  );
  const haveEnded = steps.every(({ next }) => next === "end");
  return { isOver: haveEnded && (await settleRun(runId, round)) === 0 };
}

/** Works on a run until it is done or paused, whatever it has to wait for. */
export async function workRun(at: Steps, runId: string, lanes = 1): Promise<RunView> {
  let isOver = false;
  for (let step = 0; !isOver && step < MAX_STEPS; step++) {
    await letWaitsBeOver(at.accountId);
    ({ isOver } = await stepRun(runId, lanes));
  }
  expect(isOver).toBe(true);
  return getRun(at.user, runId);
}

/** A run of these numbers, worked on until it is done or paused. */
export async function lookUp(at: Steps, numbers: string[], lanes = 1): Promise<RunView> {
  const { id } = await draftRun(at.user, at.accountId, numbers);
  await startRun(at.user, id);
  return workRun(at, id, lanes);
}

/** Lets bulk lookups of the account go by the older path. */
export async function useLegacyPath(accountId: string): Promise<void> {
  await pool().query("UPDATE accounts SET bulk_path = 'legacy' WHERE id = $1", [accountId]);
}

/**
 * Claims that the ledger of a run has the calls that the sandbox saw, and that what the sandbox
 * billed lies between what the ledger knows as billed and that with what it holds for possible.
 */
export function expectLedgerAgrees(at: Pick<Steps, "sandbox">, { ledger }: RunView): void {
  const { totals } = at.sandbox.report();
  expect(ledger.calls).toBe(totals.calls);
  expect(totals.billed).toBeGreaterThanOrEqual(ledger.billed);
  expect(totals.billed).toBeLessThanOrEqual(ledger.billed + ledger.ambiguous);
}
