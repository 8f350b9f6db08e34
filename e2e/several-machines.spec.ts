import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, request, test } from "@playwright/test";
import { startEmbeddedDatabase } from "../lib/db/embedded";
import type { ProcessName } from "../lib/processes";
import { type Child, startChild } from "../lib/start-child";
import { startSandbox } from "../sandbox/server";
import { migrateDatabase } from "../scripts/run-command";
import { usNumbers } from "./audience";
import { type Balancer, startBalancer } from "./balancer";
import { owner } from "./owner";
import { allContacts, getRun, startRunOf } from "./runs";
import { signInByHttp, stranger } from "./sign-in";

const numbers = usNumbers(64);
const stops: (() => Promise<void> | void)[] = [];

test.afterAll(async () => {
  for (let stop = stops.pop(); stop; stop = stops.pop()) await stop();
});

/** Starts a process as one machine of several runs it: all that it knows is in its environment. */
async function start<T extends object>(
  name: ProcessName,
  env: NodeJS.ProcessEnv,
): Promise<Child<T>> {
  const child = await startChild<T>(name, { env, quiet: true });
  stops.push(child.stop);
  return child;
}

async function crash({ process }: Child<object>): Promise<void> {
  const gone = once(process, "exit");
  process.kill("SIGKILL");
  await gone;
}

test("two web and four worker processes share one database; one of each crashes during a run, and it ends complete", async () => {
  test.setTimeout(240_000);
  const folder = await mkdtemp(path.join(tmpdir(), "rcs-reach-machines-"));
  stops.push(() => rm(folder, { recursive: true, force: true }));
  const database = await startEmbeddedDatabase(path.join(folder, "postgres"), "test-password");
  stops.push(database.stop);
  const sandbox = await startSandbox();
  stops.push(() => sandbox.stop());
  const webs: Child<{ port: number }>[] = [];
  const balancer: Balancer = await startBalancer(() => webs.map(({ ready }) => ready.port));
  stops.push(balancer.stop);

  const { PATH, HOME, LANG } = process.env;
  const env: NodeJS.ProcessEnv = {
    PATH,
    HOME,
    LANG,
    NODE_ENV: "production",
    LOG_LEVEL: "fatal",
    DATABASE_URL: database.url,
    NEXTAUTH_URL: balancer.url,
    NEXTAUTH_SECRET: randomBytes(32).toString("base64"),
    ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    SANDBOX_URL: sandbox.url,
    OWNER_EMAIL: owner.email,
    OWNER_PASSWORD: owner.password,
    PORT: "0",
    WORKER_CONCURRENCY: "2",
    WORKER_GONE_MS: "8000",
  };
  await migrateDatabase(env);
  for (let no = 0; no < 2; no++) webs.push(await start("web", env));
  const workers: Child<object>[] = [];
  for (let no = 0; no < 4; no++) workers.push(await start("worker", env));

  const client = await request.newContext({ baseURL: balancer.url, storageState: stranger });
  stops.push(() => client.dispose());
  await signInByHttp(client);
  sandbox.configure({ holdAfter: 10 });
  const { id } = await startRunOf(client, { name: "Several machines", numbers });
  // Eight calls at once, two a worker: each of the four holds some when the run stands still.
  await expect.poll(() => sandbox.report().totals.calls, { timeout: 60_000 }).toBe(18);
  const [web] = webs;
  const [worker] = workers;
  if (!web || !worker) throw new Error("Nothing was started.");
  await crash(web);
  await crash(worker);
  sandbox.configure({});

  await expect
    .poll(async () => (await getRun(client, id)).status, { timeout: 120_000 })
    .toBe("done");
  const contacts = await allContacts(client, id);
  expect(contacts.map(({ number }) => number)).toEqual(numbers);
  expect(contacts.filter(({ outcome }) => outcome !== "rcs" && outcome !== "not_rcs")).toEqual([]);
  // What the crashed worker had under way may have been billed, and is asked again: the ledger says so.
  const { ledger } = await getRun(client, id);
  const { totals } = sandbox.report();
  expect(totals.askedMoreThanOnce).toBeLessThanOrEqual(ledger.ambiguous);
  expect(ledger.ambiguous).toBeLessThanOrEqual(4);
});
