import { createHash, randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, inject, it } from "vitest";
import { execute } from "@/test/copy-database";
import { migrate } from "./migrate";
import { migrationNames } from "./migration-names";

const admin = new URL(inject("templateUrl"));
admin.pathname = "/postgres";
const url = new URL(admin);
let database: pg.Client;

beforeEach(async () => {
  const name = `migrate_${randomUUID().replaceAll("-", "")}`;
  await execute(admin.href, `CREATE DATABASE ${name}`);
  url.pathname = `/${name}`;
  database = new pg.Client(url.href);
  await database.connect();
});
afterEach(async () => {
  await database.end();
  await execute(admin.href, `DROP DATABASE ${url.pathname.slice(1)} WITH (FORCE)`);
});

/** A database as a version has left it that knew no migration from this one on. */
async function migratedBefore(first: string): Promise<void> {
  await database.query(
    `CREATE TABLE _prisma_migrations (
       id VARCHAR(36) PRIMARY KEY, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
       migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
       started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`,
  );
  for (const name of await migrationNames()) {
    if (name >= first) return;
    const sql = await readFile(path.join("prisma", "migrations", name, "migration.sql"), "utf8");
    await database.query(sql);
    await database.query(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
       VALUES ($1, $2, now(), $3, 1)`,
      [randomUUID(), createHash("sha256").update(sql).digest("hex"), name],
    );
  }
}

it("applies each migration once, however many migrate at the same time", async () => {
  const applied = await Promise.all([migrate(url.href), migrate(url.href), migrate(url.href)]);
  expect(applied.flat()).toEqual(await migrationNames());
});

it("leaves nothing of a migration that refuses, says why, and applies it the next time", async () => {
  const answers = "20261128000000_answers";
  await migratedBefore(answers);
  await database.query("INSERT INTO workers (id, incarnation, seen_at) VALUES ('w', $1, now())", [
    randomUUID(),
  ]);
  await expect(migrate(url.href)).rejects.toThrow("Stop all workers first");
  const { rows } = await database.query(
    `SELECT to_regclass('answers') AS answers,
       (SELECT count(*)::int FROM pg_proc WHERE proname = 'refuse_while_workers_go') AS functions`,
  );
  expect(rows).toEqual([{ answers: null, functions: 0 }]);
  await database.query("DELETE FROM workers");
  expect(await migrate(url.href)).toEqual(
    (await migrationNames()).filter((name) => name >= answers),
  );
});
