import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { pool } from "@/lib/db/pool";
import { startRun } from "@/lib/runs/start-run";
import type { Child } from "@/lib/start-child";
import { withLookups } from "@/test/lookups";
import { readMetrics, sumOf } from "@/test/prometheus";
import { type Relay, startRelay } from "@/test/relay";
import { draftRun, runInState, usNumbers } from "@/test/runs";
import { startWorker } from "@/test/workers";

const token = "a-token-for-tests";
process.env.METRICS_TOKEN = token;
process.env.METRICS_PORT = "0";
const at = withLookups("measured");

const portOf = (worker: Child<{ metricsPort?: number }>) => worker.ready.metricsPort;

function get(path: string, worker = at.worker, authorization = `Bearer ${token}`) {
  return fetch(`http://127.0.0.1:${portOf(worker)}${path}`, { headers: { authorization } });
}

const scrape = async () => readMetrics(await (await get("/metrics")).text());

interface LedgerRow {
  operation: string;
  result: string;
  calls: number;
  billed: number;
  ambiguous: number;
}

describe("the metrics of a worker", () => {
  beforeEach(() => {
    at.sandbox.configure({ failEvery: { n: 4, how: "rcs_500" }, rejectShare: 0.01 });
  });

  it("say what the ledger says: calls by result, numbers billed and possibly billed", async () => {
    const before = await scrape();
    const numbers = usNumbers(3_000);
    const { id } = await draftRun(at.user, at.accountId, numbers);
    await startRun(at.user, id);
    await runInState(at.user, id, "done");
    const after = await scrape();
    const { rows } = await pool().query<LedgerRow>(
      `SELECT operation, result, count(*)::int AS calls, sum(billed)::int AS billed,
         coalesce(sum(numbers) FILTER (WHERE billing = 'ambiguous'), 0)::int AS ambiguous
       FROM lookup_calls WHERE run_id = $1 GROUP BY 1, 2`,
      [id],
    );
    const grown = (name: string, labels: Record<string, string>) =>
      sumOf(after, name, labels) - sumOf(before, name, labels);
    expect(rows.some(({ result }) => result !== "ok")).toBe(true);
    for (const { operation, result, calls } of rows) {
      expect(grown("rcs_reach_kaleyra_calls_total", { operation, result })).toBe(calls);
    }
    const sum = (of: "calls" | "billed" | "ambiguous") =>
      rows.reduce((all, row) => all + row[of], 0);
    for (const billing of ["billed", "ambiguous"] as const) {
      expect(grown("rcs_reach_kaleyra_numbers_total", { billing })).toBe(sum(billing));
    }
    expect(sum("ambiguous")).toBeGreaterThan(0);
    expect(grown("rcs_reach_kaleyra_call_duration_seconds_count", {})).toBe(sum("calls"));
    expect(grown("rcs_reach_kaleyra_retries_total", {})).toBeGreaterThan(0);
    expect(after.map(({ labels }) => JSON.stringify(labels)).join()).not.toMatch(/\+?1415\d{7}/);
  });

  it("are for who has the token", async () => {
    expect((await get("/metrics", at.worker, "")).status).toBe(401);
    expect((await get("/metrics", at.worker, "Bearer a-token-for-testS")).status).toBe(401);
    const open = await startWorker("open", at.sandbox.url, { METRICS_TOKEN: "" });
    expect((await get("/metrics", open)).status).toBe(404);
    expect((await get("/health", open, "")).status).toBe(200);
    await open.stop();
  });
});

describe("a worker whose database is away", () => {
  let relay: Relay;
  let worker: Child<object>;
  beforeAll(async () => {
    relay = await startRelay(process.env.DATABASE_URL ?? "");
    worker = await startWorker("cut-off", at.sandbox.url, { DATABASE_URL: relay.url });
  });
  afterAll(async () => {
    await worker.stop();
    await relay.stop();
  });

  it("is there, is not ready, and is ready again when it is back", async () => {
    expect((await get("/ready", worker, "")).status).toBe(200);
    relay.cut();
    const { status } = await get("/ready", worker, "");
    expect(status).toBe(503);
    expect((await get("/health", worker, "")).status).toBe(200);
    relay.heal();
    await expect
      .poll(async () => (await get("/ready", worker, "")).status, { timeout: 20_000 })
      .toBe(200);
  });
});
