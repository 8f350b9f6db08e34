import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { migrationNames } from "./migration-names";

const THIS = "20261128000000_answers";
const url = new URL(process.env.DATABASE_URL ?? "");
const admin = new pg.Client(url.href);
const old = new URL(url);
old.pathname = "/before_answers";
let database: pg.Client;

beforeAll(async () => {
  await admin.connect();
  await admin.query("CREATE DATABASE before_answers");
  database = new pg.Client(old.href);
  await database.connect();
  for (const name of await migrationNames()) {
    if (name >= THIS) break;
    await database.query(await sqlOf(name));
  }
});
afterAll(async () => {
  await database.end();
  await admin.query("DROP DATABASE before_answers WITH (FORCE)");
  await admin.end();
});

const sqlOf = (name: string) =>
  readFile(path.join("prisma", "migrations", name, "migration.sql"), "utf8");

async function resultsOf(relation: string) {
  const { rows } = await database.query(
    `SELECT run_id, line, e164, country, number_type, kept, outcome, carrier, carrier_status,
       failure, checked_at FROM ${relation} ORDER BY run_id, line`,
  );
  return rows;
}

it("moves every answer that is stored, and waits until no worker is heard", async () => {
  const [account, ...runs] = [randomUUID(), randomUUID(), randomUUID()];
  await database.query(
    `INSERT INTO accounts (id, name, sid, api_key_cipher, rcs_host, api_host, calls_per_second,
       calls_at_once) VALUES ($1, 'A', 'SID', 'cipher', 'h', 'h', 1, 1)`,
    [account],
  );
  for (const run of runs) {
    await database.query(
      `INSERT INTO runs (id, account_id, name, file_name, kept_columns, rows, blank_count)
       VALUES ($1, $2, 'Run', 'run.csv', '{}', 700, 0)`,
      [run, account],
    );
    // Every outcome, in all stripes but one; carriers with and without a status, and none.
    await database.query(
      `INSERT INTO contacts (run_id, line, e164, country, number_type, kept, outcome, carrier,
         carrier_status, failure, checked_at)
       SELECT $1, n, '+1415' || lpad(n::text, 7, '0'), CASE WHEN n % 3 = 0 THEN 'US' ELSE 'CA' END,
         'mobile', ARRAY['kept ' || n], outcome,
         CASE WHEN outcome IN ('rcs', 'not_rcs') AND n % 7 > 0 THEN 'Carrier ' || n % 4 END,
         CASE WHEN outcome IN ('rcs', 'not_rcs') AND n % 5 > 0 THEN 'ACTIVE' END,
         CASE outcome WHEN 'failed' THEN 'timeout' WHEN 'rejected' THEN 'reason ' || n END,
         CASE WHEN outcome <> 'pending' THEN timestamptz '2026-11-01' + n / 100 * interval '1 s' END
       FROM (
         SELECT n, (CASE WHEN n BETWEEN 1000 AND 1400 THEN 'pending' ELSE
           (enum_range(NULL::"Outcome"))[1 + n % 6]::text END)::"Outcome" AS outcome
         FROM generate_series(2, 1600) n WHERE n % 11 > 0
       ) made`,
      [run],
    );
  }
  const before = await resultsOf("contacts");
  expect(before.length).toBeGreaterThan(2_500);

  await database.query("INSERT INTO workers (id, incarnation) VALUES ('old', gen_random_uuid())");
  await expect(database.query(await sqlOf(THIS))).rejects.toThrow("Stop all workers first");
  expect(await resultsOf("contacts")).toEqual(before);
  await database.query("UPDATE workers SET seen_at = now() - interval '31 seconds'");
  await database.query(await sqlOf(THIS));
  expect(await resultsOf("contact_results")).toEqual(before);
  const { rows } = await database.query(
    "SELECT DISTINCT cardinality(which) AS lines FROM answers ORDER BY 1",
  );
  expect(rows).toEqual([{ lines: 256 }]);
});
