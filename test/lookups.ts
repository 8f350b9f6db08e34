import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import type { SessionUser } from "@/lib/auth/session";
import { closePool } from "@/lib/db/pool";
import { closeQueue } from "@/lib/lookups/queue";
import type { Child } from "@/lib/start-child";
import { answerFor } from "@/sandbox/answers";
import { type Sandbox, startSandbox } from "@/sandbox/server";
import { keptCounts, recount } from "./kept-counts";
import { makeAccount, makeUser } from "./people";
import { storedOutcomes } from "./runs";
import { startWorker } from "./workers";

/** What a test of lookups works with; renewed for each test but for the processes. */
export interface Lookups {
  sandbox: Sandbox;
  /** A test that ends it puts its successor here. */
  worker: Child<object>;
  user: SessionUser;
  accountId: string;
}

/**
 * Gives the tests of a file a sandbox, a real worker process that calls it, and for each test a
 * user with an account of their own.
 */
export function withLookups(workerId: string): Lookups {
  const at = {} as Lookups;
  beforeAll(async () => {
    at.sandbox = await startSandbox({ settings: { latencyMs: 20 } });
    process.env.KALEYRA_RCS_URL = at.sandbox.url;
    process.env.KALEYRA_API_URL = at.sandbox.url;
    at.worker = await startWorker(workerId, at.sandbox.url);
  });
  beforeEach(async () => {
    at.user = await makeUser();
    at.accountId = await makeAccount(at.user);
  });
  afterEach(() => {
    at.sandbox.configure({});
    at.sandbox.clearLog();
  });
  afterAll(async () => {
    await at.worker.stop();
    await at.sandbox.stop();
    await closeQueue();
    await closePool();
  });
  return at;
}

/** Claims that a run has the sandbox's own answer for each number, and counts that agree. */
export async function expectRightAnswers(runId: string, numbers: string[]): Promise<void> {
  const right = numbers.map((number) => [number, answerFor(number).rcs ? "rcs" : "not_rcs"]);
  expect(await storedOutcomes(runId)).toEqual(new Map(right as [string, string][]));
  expect(await keptCounts(runId)).toEqual(await recount(runId));
}
