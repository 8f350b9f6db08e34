import { afterAll, afterEach, beforeEach, expect, it, vi } from "vitest";
import { closePool, pool } from "@/lib/db/pool";
import { adoptWork } from "./adopt-work";
import { type Heartbeat, startHeartbeat } from "./heartbeat";

// No worker runs here: nothing is pending.
vi.mock("@dbos-inc/dbos-sdk", () => ({ DBOS: { listWorkflows: async () => [] } }));

const GONE_MS = 30_000;
const PAUSE_MS = GONE_MS / 6;
let heartbeat: Heartbeat;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date", "setInterval", "clearInterval"] });
  heartbeat = await startHeartbeat("own", GONE_MS, () => {});
});
afterEach(async () => {
  await heartbeat.stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
});
afterAll(closePool);

/** Lets the time of so many beats pass, each of which is heard. */
async function beat(times: number): Promise<void> {
  for (let time = 0; time < times; time++) {
    const query = vi.spyOn(pool(), "query");
    vi.advanceTimersByTime(PAUSE_MS);
    await Promise.all(query.mock.results.map(({ value }) => value));
    query.mockRestore();
  }
}

const workers = async () =>
  (await pool().query<{ id: string }>("SELECT id FROM workers ORDER BY id")).rows.map(
    ({ id }) => id,
  );

/** Lets workers look as if they had been silent for an hour. */
const silence = (...ids: string[]) =>
  pool().query(
    `INSERT INTO workers (id, incarnation, seen_at)
     SELECT id, gen_random_uuid(), now() - interval '1 hour' FROM unnest($1::text[]) AS u(id)
     ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at`,
    [ids],
  );

it("a worker is steady for as long as it is heard, and not during a break, nor just after it", async () => {
  await beat(8);
  expect(heartbeat.steadyFor()).toBe(8 * PAUSE_MS);
  const away = vi.spyOn(pool(), "query").mockRejectedValue(new Error("away") as never);
  vi.advanceTimersByTime(4 * PAUSE_MS);
  expect(heartbeat.steadyFor()).toBe(0);
  away.mockRestore();
  await beat(1);
  expect(heartbeat.steadyFor()).toBe(0);
  await beat(2);
  expect(heartbeat.steadyFor()).toBe(2 * PAUSE_MS);
});

it("who is not steady any more takes nobody for gone, and nobody takes itself for gone", async () => {
  await silence("own", "other");
  const answers = [true, false];
  expect(await adoptWork("own", GONE_MS, () => answers.shift() ?? false)).toBe(0);
  expect(await workers()).toEqual(["other", "own"]);
  await adoptWork("own", GONE_MS, () => true);
  expect(await workers()).toEqual(["own"]);
});
