import { execFile } from "node:child_process";
import { cp, mkdtemp, open, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type EmbeddedDatabase, startEmbeddedDatabase } from "@/lib/db/embedded";
import { migrate } from "@/lib/db/migrate";
import { startRun } from "@/lib/runs/start-run";
import type { Child } from "@/lib/start-child";
import { answerFor } from "@/sandbox/answers";
import { type Sandbox, startSandbox } from "@/sandbox/server";
import { makeAccount, makeUser } from "@/test/people";
import { draftRun, usNumbers } from "@/test/runs";
import { kill, startWorker } from "@/test/workers";
import { localSecrets } from "./local-secrets";

// An installation of its own, as `npm start` makes it, in the place of the tests' database.
const top = await mkdtemp(path.join(tmpdir(), "rcs-reach-backup-"));
const data = path.join(top, "data");
const backup = path.join(top, "backup");
const secrets = await localSecrets(data);
const numbers = usNumbers(12_000);
const HELD_AFTER = 15;
let sandbox: Sandbox;
let database: EmbeddedDatabase;
let worker: Child<object>;
let runId: string;

async function startDatabase(): Promise<EmbeddedDatabase> {
  const started = await startEmbeddedDatabase(
    path.join(data, "postgres"),
    secrets.databasePassword,
  );
  process.env.DATABASE_URL = started.url;
  return started;
}

/** Runs a command of package.json on the installation. */
function command(
  name: "backup" | "restore",
  args: string[],
  dataDir = data,
): Promise<{ code: number; said: string }> {
  const env = { ...process.env, DATABASE_URL: "", DATA_DIR: dataDir };
  return new Promise((resolve) => {
    const all = ["--import", "tsx", `scripts/${name}.ts`, ...args];
    execFile(process.execPath, all, { env }, (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), said: stdout + stderr });
    });
  });
}

async function query<T extends pg.QueryResultRow>(sql: string, values: unknown[] = []) {
  const client = new pg.Client(database.url);
  await client.connect();
  try {
    return (await client.query<T>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

const statusOfRun = async () =>
  (await query<{ status: string }>("SELECT status FROM runs WHERE id = $1", [runId]))[0]?.status;

beforeAll(async () => {
  sandbox = await startSandbox({ settings: { latencyMs: 20 } });
  sandbox.configure({ holdAfter: HELD_AFTER });
  database = await startDatabase();
  await migrate(database.url);
  Object.assign(process.env, {
    ENCRYPTION_KEY: secrets.encryptionKey,
    KALEYRA_RCS_URL: sandbox.url,
    KALEYRA_API_URL: sandbox.url,
  });
  worker = await startWorker("worker-1", sandbox.url);
});

afterAll(async () => {
  await worker.stop();
  await database.stop();
  await sandbox.stop();
  await rm(top, { recursive: true, force: true });
});

it("makes a backup while a run goes on, and that run ends complete where it is restored", {
  timeout: 240_000,
}, async () => {
  const user = await makeUser();
  const accountId = await makeAccount(user, { callsPerSecond: 8, callsAtOnce: 4 });
  runId = (await draftRun(user, accountId, numbers)).id;
  await startRun(user, runId);
  await expect.poll(() => sandbox.report().totals.calls, { timeout: 20_000 }).toBeGreaterThan(3);

  const made = await command("backup", [backup]);
  expect(made).toMatchObject({ code: 0, said: expect.stringContaining("secrets that open") });
  expect(await statusOfRun()).toBe("running");
  expect((await stat(backup)).mode & 0o777).toBe(0o700);
  expect((await readdir(backup)).sort()).toEqual([
    "backup.json",
    "postgres.tar.gz",
    "secrets.json",
  ]);
  for (const name of await readdir(backup)) {
    expect((await stat(path.join(backup, name))).mode & 0o777).toBe(0o600);
  }

  // The disk is lost, with all that was answered since.
  await kill(worker);
  await database.stop();
  await rm(data, { recursive: true });
  const restored = await command("restore", [backup]);
  expect(restored).toMatchObject({ code: 0, said: expect.stringContaining("were going: 1") });

  sandbox.configure({});
  database = await startDatabase();
  const known = await query<{ known: number }>(
    "SELECT count(*)::int AS known FROM contact_results WHERE outcome <> 'pending'",
  );
  expect(known[0]?.known).toBeGreaterThan(0);
  worker = await startWorker("worker-1", sandbox.url);
  await expect.poll(statusOfRun, { timeout: 150_000 }).toBe("done");
  // The modules that hold connections to the database that was lost are loaded anew.
  vi.resetModules();
  Object.assign(globalThis, { rcsReachPool: undefined });
  const { storedOutcomes } = await import("@/test/runs");
  const { keptCounts, recount } = await import("@/test/kept-counts");
  const { closePool } = await import("@/lib/db/pool");
  const right = numbers.map((number) => [number, answerFor(number).rcs ? "rcs" : "not_rcs"]);
  expect(await storedOutcomes(runId)).toEqual(new Map(right as [string, string][]));
  expect(await keptCounts(runId)).toEqual(await recount(runId));
  await closePool();
});

it("restores nothing over data, and nothing that runs; --force moves it aside and deletes nothing", {
  timeout: 240_000,
}, async () => {
  expect(await command("restore", [backup, "--force"])).toMatchObject({
    code: 1,
    said: expect.stringContaining("Stop it first"),
  });
  await worker.stop();
  await database.stop();
  expect(await command("restore", [backup])).toMatchObject({
    code: 1,
    said: expect.stringContaining("holds data already"),
  });
  const before = await readFile(path.join(data, "postgres", "PG_VERSION"));
  const { code, said } = await command("restore", [backup, "--force", "--pause"]);
  expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining("paused") });
  const [replaced = ""] = (await readdir(data)).filter((name) => name.startsWith("replaced-"));
  expect(await readFile(path.join(data, replaced, "postgres", "PG_VERSION"))).toEqual(before);
  expect(await readdir(path.join(data, replaced))).toContain("secrets.json");
  expect((await readdir(data)).filter((name) => name.startsWith("restoring"))).toEqual([]);

  database = await startDatabase();
  expect(await statusOfRun()).toBe("paused");
  worker = await startWorker("worker-1", sandbox.url);
});

it("makes a backup of an installation that does not run, and keeps the secrets out when asked to", {
  timeout: 240_000,
}, async () => {
  await worker.stop();
  await database.stop();
  const bare = path.join(top, "bare");
  expect(await command("backup", [bare, "--without-secrets"])).toMatchObject({ code: 0 });
  expect((await readdir(bare)).sort()).toEqual(["backup.json", "postgres.tar.gz"]);
  const other = path.join(top, "other");
  expect(await command("restore", [bare], other)).toMatchObject({
    code: 1,
    said: expect.stringContaining("--secrets FILE"),
  });
  const kept = path.join(data, "secrets.json");
  expect(await command("restore", [bare, "--secrets", kept], other)).toMatchObject({ code: 0 });
  expect(await readFile(path.join(other, "secrets.json"))).toEqual(await readFile(kept));
  database = await startDatabase();
  worker = await startWorker("worker-1", sandbox.url);
});

it("refuses a backup that is not what was written, or of a later version, and leaves all as it was", {
  timeout: 240_000,
}, async () => {
  const spoil = async (name: string, how: (folder: string) => Promise<void>) => {
    const folder = path.join(top, name);
    await cp(backup, folder, { recursive: true });
    await how(folder);
    const empty = path.join(top, `${name}-data`);
    const { code, said } = await command("restore", [folder], empty);
    await expect(stat(path.join(empty, "postgres"))).rejects.toMatchObject({ code: "ENOENT" });
    return `${code} ${said}`;
  };
  const oneByte = async (folder: string) => {
    const file = await open(path.join(folder, "postgres.tar.gz"), "r+");
    const byte = Buffer.alloc(1);
    await file.read(byte, 0, 1, 50_000);
    await file.write(Buffer.from([(byte[0] ?? 0) ^ 1]), 0, 1, 50_000);
    await file.close();
  };
  expect(await spoil("changed", oneByte)).toMatch(/^1 .*damaged/s);
  expect(await spoil("torn", (folder) => rm(path.join(folder, "secrets.json")))).toMatch(
    /^1 .*not whole/s,
  );
  const facts = JSON.parse(await readFile(path.join(backup, "backup.json"), "utf8"));
  const with_ = (changes: object) => (folder: string) =>
    writeFile(path.join(folder, "backup.json"), JSON.stringify({ ...facts, ...changes }));
  expect(await spoil("later", with_({ migrations: ["20990101000000_later"] }))).toMatch(
    /^1 .*later version/s,
  );
  expect(await spoil("older", with_({ postgres: 12 }))).toMatch(/^1 .*PostgreSQL 12/s);
  expect(await spoil("none", (folder) => rm(path.join(folder, "backup.json")))).toMatch(
    /^1 .*no backup/s,
  );
});
