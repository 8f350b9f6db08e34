import { randomBytes } from "node:crypto";
import { closeSync, openSync, readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type APIRequestContext, expect, request, test } from "@playwright/test";
import pg from "pg";
import type { AccountView } from "../lib/api/accounts";
import { operations } from "../lib/api/operations";
import type { RunView } from "../lib/api/runs";
import type { TokenView } from "../lib/api/tokens";
import { startEmbeddedDatabase } from "../lib/db/embedded";
import { startChild } from "../lib/start-child";
import { startSandbox } from "../sandbox/server";
import { migrateDatabase } from "../scripts/run-command";
import { accountInput } from "./accounts";
import { usNumbers } from "./audience";
import { type EchoingKaleyra, startEchoingKaleyra } from "./echoing-kaleyra";
import { owner } from "./owner";
import { signedInPages } from "./pages";
import { numbersIn, type Secret, secretsIn } from "./secrets";
import { signInByHttp, stranger } from "./sign-in";

const random = () => randomBytes(24).toString("base64");
const secrets: Secret[] = [
  { name: "API key", value: `kaleyra-${randomBytes(18).toString("base64url")}` },
  { name: "refused API key", value: `refused-${randomBytes(18).toString("base64url")}` },
  { name: "owner's password", value: `${random()} p%s&w/rd` },
  { name: "mistyped password", value: `${random()} mistyped` },
  { name: "session secret", value: randomBytes(32).toString("base64") },
  { name: "encryption key", value: randomBytes(32).toString("base64") },
  { name: "database password", value: randomBytes(18).toString("hex") },
];
const secret = (name: string) => secrets.find((one) => one.name === name)?.value ?? "";
const numbers = usNumbers(130);
const [first = "", second = "", third = ""] = numbers;

/** The only tables that may hold numbers: what was uploaded, and what Kaleyra said of each. */
const TABLES_OF_CONTACTS = ["contacts", "duplicate_rows", "invalid_rows"];

const stops: (() => Promise<unknown> | undefined)[] = [];
test.afterAll(async () => {
  for (let stop = stops.pop(); stop; stop = stops.pop()) await stop();
});

/** All that the server has answered, with its headers, by what was asked. */
const answers: { what: string; status: number; text: string }[] = [];

async function ask<T>(
  client: APIRequestContext,
  method: string,
  address: string,
  given: { data?: unknown; headers?: Record<string, string>; isUnseen?: boolean } = {},
): Promise<T> {
  const { isUnseen = false, headers = {}, data } = given;
  const origin = new URL((await client.get("/api/health")).url()).origin;
  const answer = await client.fetch(address, {
    method,
    data,
    headers: { Origin: origin, ...headers },
    maxRedirects: 0,
  });
  const body = await answer.text();
  // The session's own cookie is for its owner, and so is a token in the one answer that shows it.
  const { "set-cookie": _, ...told } = answer.headers();
  const text = JSON.stringify(told) + body;
  if (!isUnseen) answers.push({ what: `${method} ${address}`, status: answer.status(), text });
  return (body.startsWith("{") ? JSON.parse(body) : body) as T;
}

/** Every row of every table of the database, the workflow engine's too. */
async function dump(client: pg.Client): Promise<Map<string, string>> {
  const { rows: tables } = await client.query<{ schema: string; name: string }>(
    `SELECT table_schema AS schema, table_name AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  const dumped = new Map<string, string>();
  for (const { schema, name } of tables) {
    const { rows } = await client.query(`SELECT t::text AS row FROM "${schema}"."${name}" t`);
    dumped.set(
      schema === "public" ? name : `${schema}.${name}`,
      rows.map(({ row }) => row).join("\n"),
    );
  }
  return dumped;
}

function bundle(): { file: string; text: string }[] {
  const root = ".next/static";
  return readdirSync(root, { recursive: true, encoding: "utf8", withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ file, text: readFileSync(file, "latin1") }));
}

interface Place {
  client: APIRequestContext;
  kaleyra: EchoingKaleyra;
  db: pg.Client;
}

async function runEnds(client: APIRequestContext, id: string, status: string): Promise<void> {
  const now = async () => (await ask<RunView>(client, "GET", `/api/runs/${id}`)).status;
  await expect.poll(now, { timeout: 60_000 }).toBe(status);
}

async function upload(
  { client }: Place,
  accountId: string,
  name: string,
  list = numbers,
): Promise<string> {
  const rows = list.length + 2;
  const data = { accountId, name, fileName: `${name}.csv`, rows, blank: 0 };
  const { id } = await ask<RunView>(client, "POST", "/api/runs", { data });
  const chunk = `/api/runs/${id}`;
  const contacts = list.map((number, at) => ({ line: at + 2, number }));
  await ask(client, "POST", `${chunk}/contacts`, { data: { index: 0, contacts } });
  const line = list.length + 2;
  await ask(client, "POST", `${chunk}/duplicates`, {
    data: { index: 0, rows: [{ line, cell: first, number: first, keptLine: 2 }] },
  });
  await ask(client, "POST", `${chunk}/invalid`, {
    data: { index: 0, rows: [{ line: line + 1, cell: `${second} or so`, reason: "too_long" }] },
  });
  return id;
}

async function startRun(place: Place, accountId: string, name: string, list = numbers) {
  const id = await upload(place, accountId, name, list);
  const run = await ask<RunView>(place.client, "POST", `/api/runs/${id}/start`);
  expect(run.startedAt, JSON.stringify(run)).toBeTruthy();
  return id;
}

/** Lets PostgreSQL refuse what is written to a table: its errors repeat the whole row. */
async function refusing(db: pg.Client, table: string, unless: string, work: () => Promise<void>) {
  await db.query(`ALTER TABLE ${table} ADD CONSTRAINT sabotage CHECK (${unless}) NOT VALID`);
  try {
    await work();
  } finally {
    await db.query(`ALTER TABLE ${table} DROP CONSTRAINT sabotage`);
  }
}

test("after runs that went well and badly, no secret stands anywhere, and numbers only with the contacts", async () => {
  test.setTimeout(300_000);
  const folder = await mkdtemp(path.join(tmpdir(), "rcs-reach-secrecy-"));
  stops.push(() => rm(folder, { recursive: true, force: true }));
  const database = await startEmbeddedDatabase(
    path.join(folder, "postgres"),
    secret("database password"),
  );
  stops.push(database.stop);
  const sandbox = await startSandbox({ settings: { apiKey: secret("API key"), latencyMs: 0 } });
  stops.push(() => sandbox.stop());
  const kaleyra = await startEchoingKaleyra(sandbox.url);
  stops.push(kaleyra.stop);
  const logFile = path.join(folder, "log");
  const log = openSync(logFile, "a");
  stops.push(async () => closeSync(log));
  const { PATH, HOME, LANG } = process.env;
  const env: NodeJS.ProcessEnv = {
    PATH,
    HOME,
    LANG,
    NODE_ENV: "production",
    LOG_LEVEL: "debug",
    DATABASE_URL: database.url,
    NEXTAUTH_SECRET: secret("session secret"),
    ENCRYPTION_KEY: secret("encryption key"),
    KALEYRA_RCS_URL: kaleyra.url,
    KALEYRA_API_URL: kaleyra.url,
    OWNER_EMAIL: owner.email,
    OWNER_PASSWORD: secret("owner's password"),
    PORT: "0",
  };
  await migrateDatabase(env);
  const web = await startChild<{ port: number }>("web", { env, log });
  stops.push(web.stop);
  const worker = await startChild("worker", { env, log });
  stops.push(worker.stop);
  const db = new pg.Client(database.url);
  await db.connect();
  stops.push(() => db.end());
  const baseURL = `http://127.0.0.1:${web.ready.port}`;
  const client = await request.newContext({ baseURL, storageState: stranger });
  stops.push(() => client.dispose());
  const place = { client, kaleyra, db };

  // Somebody mistypes the password, then signs in.
  const { csrfToken } = await (await client.get("/api/auth/csrf")).json();
  await client.post("/api/auth/callback/credentials", {
    form: { csrfToken, email: owner.email, password: secret("mistyped password"), json: "true" },
  });
  await signInByHttp(client, { ...owner, password: secret("owner's password") });
  const { cookies } = await client.storageState();
  const session = cookies.find(({ name }) => name.includes("session-token"))?.value ?? "";
  expect(session).not.toBe("");
  secrets.push({ name: "session cookie", value: session });

  const connect = (sid: string, apiKey: string) =>
    ask<AccountView>(client, "POST", "/api/accounts", { data: accountInput({ sid, apiKey }) });
  const account = await connect("GOODKEY1", secret("API key"));
  const refused = await connect("BADKEY01", secret("refused API key"));
  const data = { name: "Script", role: "analyst", days: 1 };
  const tokens = `/api/accounts/${account.id}/tokens`;
  const token = await ask<TokenView & { secret: string }>(client, "POST", tokens, {
    data,
    isUnseen: true,
  });
  secrets.push({ name: "API token", value: token.secret });
  const bearer = { headers: { authorization: `Bearer ${token.secret}` } };
  await ask(client, "GET", "/api/runs", bearer);
  await ask(client, "POST", tokens, { ...bearer, data });

  // A run that goes well, with its details, and one whose key is refused in words that say too much.
  const done = await startRun(place, account.id, "Goes well");
  await runEnds(client, done, "done");
  await ask(client, "POST", `/api/runs/${done}/details`, {
    data: { segment: "rcs", atMost: 1000 },
  });
  const paused = await startRun(place, refused.id, "Bad key");
  await runEnds(client, paused, "paused");
  kaleyra.mode = "json_401";
  const echoed = await startRun(place, refused.id, "Key refused, key repeated");
  await runEnds(client, echoed, "paused");
  // Kaleyra fails in each of its ways, and repeats what it was sent.
  for (const mode of ["json_400", "json_500", "html_502", "error_200"] as const) {
    kaleyra.mode = mode;
    const lookup = { accountId: account.id, number: first };
    await ask(client, "POST", "/api/lookup", { data: lookup });
    await ask(client, "POST", "/api/lookup/details", { data: lookup });
    await ask(client, "POST", `/api/accounts/${account.id}/check`, { data: { number: second } });
    const id = await startRun(place, account.id, `Fails ${mode}`, numbers.slice(0, 3));
    const calls = async () => (await ask<RunView>(client, "GET", `/api/runs/${id}`)).ledger.calls;
    await expect.poll(calls).toBeGreaterThan(0);
    await ask(client, "GET", `/api/runs/${id}/calls`);
    await ask(client, "POST", `/api/runs/${id}/cancel`);
  }
  kaleyra.mode = "pass";

  // PostgreSQL refuses rows, and names them, to the web server and to the worker.
  const draft = await upload(place, account.id, "Refused rows");
  await refusing(db, "contacts", "false", async () => {
    const contacts = [{ line: 900, number: third }];
    const chunk = { data: { index: 7, contacts } };
    expect(await ask(client, "POST", `/api/runs/${draft}/contacts`, chunk)).toMatchObject({
      code: "internal",
    });
  });
  await refusing(db, "answers", "outcomes = '{}'", async () => {
    const broken = await startRun(place, account.id, "Refused answers");
    await runEnds(client, broken, "failed");
  });
  await refusing(db, "accounts", "false", async () => {
    const refusedKey = { data: { apiKey: `${secret("API key")}-2` } };
    await ask(client, "PATCH", `/api/accounts/${account.id}`, refusedKey);
  });
  // Requests that can't be read, with what must not be repeated in them.
  for (const { method, path: place } of operations.filter((one) => one.method !== "GET")) {
    await ask(client, method, place.replaceAll(/\{\w+\}/g, draft), {
      data: { apiKey: [secret("API key")], number: { first }, name: 1, [first]: second, index: -1 },
    });
  }

  // All pages, those of what is missing, and those of a broken server.
  const pages = signedInPages({ runs: done, accounts: account.id });
  const tabs = ["contacts", "invalid", "duplicates", "lookups"].map((tab) => `?tab=${tab}`);
  const runs = [paused, echoed, draft].map((id) => `/runs/${id}`);
  const more = [...tabs.map((tab) => `/runs/${done}${tab}`), ...runs, "/sign-in", "/nowhere"];
  const reads = operations
    .filter(({ id, method }) => method === "GET" && id !== "exportRun")
    .map((one) =>
      one.path.replace("{id}", one.path.startsWith("/api/accounts") ? account.id : done),
    );
  for (const address of [...pages, ...more, ...reads, "/api/openapi.json"]) {
    await ask(client, "GET", address);
  }
  await ask(client, "GET", `/api/runs/${done}/export?segment=all`);
  await db.query("ALTER TABLE contacts RENAME TO contacts_away");
  await db.query("ALTER TABLE runs RENAME TO runs_away");
  for (const address of [...pages, ...more, ...reads]) await ask(client, "GET", address);
  await db.query("ALTER TABLE contacts_away RENAME TO contacts");
  await db.query("ALTER TABLE runs_away RENAME TO runs");
  const problems = answers.filter(({ status }) => status >= 400);
  expect(problems.some(({ status }) => status === 500)).toBe(true);

  // The processes end, so that all that they have to say is written.
  await worker.stop();
  await web.stop();
  const logged = readFileSync(logFile, "utf8");
  expect(logged).toContain('"level":20');
  expect(logged).toContain("request failed");
  expect(logged).toContain("23514");
  expect(secretsIn(logged, secrets), "secrets in the log").toEqual([]);
  expect(numbersIn(logged, numbers), "numbers in the log").toEqual([]);

  const tables = await dump(db);
  expect([...tables.keys()]).toContain("dbos.workflow_status");
  for (const [table, rows] of tables) {
    expect.soft(secretsIn(rows, secrets), `secrets in ${table}`).toEqual([]);
    if (TABLES_OF_CONTACTS.includes(table)) expect(numbersIn(rows, numbers)).not.toEqual([]);
    else expect.soft(numbersIn(rows, numbers), `numbers in ${table}`).toEqual([]);
  }
  for (const { what, text } of answers) {
    expect.soft(secretsIn(text, secrets), `secrets in the answer to ${what}`).toEqual([]);
  }
  for (const { what, text } of problems) {
    expect.soft(numbersIn(text, numbers), `numbers in the problem of ${what}`).toEqual([]);
  }
  const files = bundle();
  expect(files.length).toBeGreaterThan(10);
  for (const { file, text } of files) {
    expect.soft(secretsIn(text, secrets), file).toEqual([]);
    // What only the server knows by name has no place in the browser either.
    expect.soft(/ENCRYPTION_KEY|NEXTAUTH_SECRET|DATABASE_URL/.test(text), file).toBe(false);
  }
});
