import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pool } from "@/lib/db/pool";
import { readMetrics, sumOf } from "@/test/prometheus";
import { startRelay } from "@/test/relay";
import { GET as health } from "./health/route";
import { GET as metrics } from "./metrics/route";
import { GET as ready } from "./ready/route";

const direct = process.env.DATABASE_URL ?? "";
const relay = await startRelay(direct);
const token = "a-token-for-tests";
beforeAll(() => {
  Object.assign(process.env, { DATABASE_URL: relay.url, METRICS_TOKEN: token });
});
afterAll(() => relay.stop());

type Handler = typeof health;

async function ask(handler: Handler, headers: Record<string, string> = {}) {
  const request = new Request("http://localhost/", { headers });
  const response = await handler(request, { params: Promise.resolve({}) });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const withToken = { authorization: `Bearer ${token}` };
const scrape = async () => readMetrics((await ask(metrics, withToken)).text);

describe("ready", () => {
  it("is said while the database is there; while it is away, what is wrong, and that this process lives", async () => {
    expect(await ask(ready)).toMatchObject({ status: 200, text: '{"status":"ready"}' });
    relay.cut();
    const away = await ask(ready);
    expect(away.status).toBe(503);
    expect(JSON.parse(away.text)).toMatchObject({ code: "unavailable" });
    expect(await ask(health)).toMatchObject({ status: 200, text: '{"status":"ok"}' });
    relay.heal();
    await expect.poll(async () => (await ask(ready)).status, { timeout: 20_000 }).toBe(200);
  });

  it("is not said of a database that lacks a migration of this version, but of one that has a later one", async () => {
    const last = "(SELECT max(migration_name) FROM _prisma_migrations)";
    const { rows } = await pool().query<{ migration_name: string }>(
      `UPDATE _prisma_migrations SET migration_name = '20990101000000_later'
       WHERE migration_name = ${last} RETURNING ${last}::text AS migration_name`,
    );
    const lacking = await ask(ready);
    expect(lacking.status).toBe(503);
    expect(JSON.parse(lacking.text).detail).toMatch(/1 migrations? .*npm run migrate/);
    await pool().query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at)
       VALUES ('0', '', $1, now())`,
      [rows[0]?.migration_name],
    );
    expect((await ask(ready)).status).toBe(200);
  });
});

describe("the metrics of the web server", () => {
  it("are for who has the token", async () => {
    expect((await ask(metrics)).status).toBe(401);
    expect((await ask(metrics, { authorization: "Bearer a-token-for-testS" })).status).toBe(401);
    expect((await ask(metrics, withToken)).headers.get("content-type")).toContain("version=0.0.4");
  });

  it("say how the installation stands, and that the database is away when it is", async () => {
    const { rows } = await pool().query<{ id: string }>(
      `INSERT INTO accounts (id, name, sid, api_key_cipher, rcs_host, api_host)
       VALUES (gen_random_uuid(), 'A', 'SID1', '', '', '') RETURNING id`,
    );
    const account = rows[0]?.id ?? "";
    await pool().query(
      `WITH run AS (
         INSERT INTO runs (id, account_id, name, file_name, rows, blank_count, status)
         VALUES (gen_random_uuid(), $1, 'R', 'f', 700, 0, 'running'),
           (gen_random_uuid(), $1, 'R', 'f', 700, 0, 'done') RETURNING id, status
       ), batch AS (
         INSERT INTO batches (run_id, no, kind, first_line, last_line, size, state)
         SELECT id, no, 'bulk', no, no, 100, state::"BatchState" FROM run,
           (VALUES (1, 'done'), (2, 'in_flight'), (3, 'pending'), (4, 'pending')) AS b(no, state)
       ), gate AS (
         INSERT INTO account_gates (account_id, open_since, held_until)
         VALUES ($1, now(), now() + interval '1 hour')
       )
       INSERT INTO breakdowns (run_id, outcome, country, carrier, carrier_status, contacts)
       SELECT id, 'pending', country, '', '', 200 FROM run, (VALUES ('US'), ('DE')) AS c(country)`,
      [account],
    );
    const samples = await scrape();
    const value = (name: string, labels = {}) => sumOf(samples, `rcs_reach_${name}`, labels);
    expect(value("database_up")).toBe(1);
    expect(value("runs", { status: "running" })).toBe(1);
    expect(value("runs", { status: "done" })).toBe(1);
    expect(value("batches", { state: "pending" })).toBe(2);
    expect(value("batches", { state: "in_flight" })).toBe(1);
    expect(value("numbers_pending", { account })).toBe(400);
    expect(value("breaker_open", { account, upstream: "rcs" })).toBe(1);
    expect(value("breaker_open", { account, upstream: "api" })).toBe(0);
    expect(value("hold_seconds", { account })).toBeGreaterThan(3_000);

    relay.cut();
    const away = await scrape();
    expect(sumOf(away, "rcs_reach_database_up")).toBe(0);
    expect(away.filter(({ name }) => name === "rcs_reach_numbers_pending")).toEqual([]);
    relay.heal();
  });
});

describe("a request id", () => {
  it("is taken from the request when it is a plain word, and stands in the answer and its problem", async () => {
    relay.heal();
    const answer = await ask(metrics, { "x-request-id": "from-the-proxy_1" });
    expect(answer.headers.get("x-request-id")).toBe("from-the-proxy_1");
    expect(JSON.parse(answer.text).requestId).toBe("from-the-proxy_1");
    for (const odd of ["short", "x".repeat(65), "a b c d e f g h", '"}{"level":60,']) {
      const other = await ask(health, { "x-request-id": odd });
      expect(other.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    }
  });
});
