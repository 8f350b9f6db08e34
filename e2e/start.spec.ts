import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type APIRequestContext, expect, request, test } from "@playwright/test";
import getPort from "get-port";
import { usNumbers } from "./audience";
import { stillRunning } from "./processes";
import { allContacts, getRun, runsNamed, startRunOf } from "./runs";
import { signInByHttp, stranger } from "./sign-in";
import { type Started, startCommand } from "./start-command";

// One installation, started again and again: each test goes on with what the one before has left.
test.describe.configure({ mode: "serial", timeout: 120_000 });

const numbers = usNumbers(64);
let folder = "";
let settings: Parameters<typeof startCommand>[0];
let started: Started | undefined;

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "rcs-reach-start-"));
  const [port, sandboxPort] = [await getPort(), await getPort()];
  settings = { folder: path.join(folder, "data"), port, sandboxPort };
});

test.afterAll(async () => {
  started?.process.kill("SIGINT");
  await started?.ended;
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<Started> {
  started = await startCommand(settings);
  return started;
}

const address = () => `http://127.0.0.1:${settings.port}`;
const lock = () => path.join(settings.folder, "postgres", "postmaster.pid");

/** A client of this installation that has signed in as its owner. */
async function signedIn(): Promise<APIRequestContext> {
  const client = await request.newContext({
    baseURL: address(),
    storageState: stranger,
  });
  await signInByHttp(client);
  return client;
}

test("the start command prints one line, with the address where the owner signs in", async () => {
  const { output } = await start();
  expect(output()).toMatch(/^[^\n]+\n$/);
  expect(output()).toContain(address());
  const client = await signedIn();
  const { items } = await (await client.get("/api/accounts")).json();
  expect(items).toMatchObject([{ name: "Kaleyra sandbox", role: "owner" }]);
  await client.dispose();
});

test("a worker that is killed is started again, and its run finishes", async () => {
  const client = await signedIn();
  const sandbox = `http://127.0.0.1:${settings.sandboxPort}/sandbox`;
  await client.put(`${sandbox}/settings`, { data: { holdAfter: 20 } });
  await client.delete(`${sandbox}/log`);
  const { id } = await startRunOf(client, { name: "Killed worker", numbers });
  await expect.poll(async () => (await getRun(client, id)).progress.done).toBe(20);

  const worker = () =>
    started?.family().find(({ command }) => /dist[/\\]worker\.js/.test(command))?.pid;
  const killed = worker();
  expect(killed).toBeDefined();
  process.kill(killed ?? 0, "SIGKILL");
  await client.put(`${sandbox}/settings`, { data: {} });
  await expect
    .poll(async () => (await getRun(client, id)).status, { timeout: 60_000 })
    .toBe("done");
  expect(worker()).toBeDefined();
  expect(worker()).not.toBe(killed);

  const contacts = await allContacts(client, id);
  expect(contacts.map(({ number }) => number)).toEqual(numbers);
  expect(contacts.filter(({ outcome }) => outcome !== "rcs" && outcome !== "not_rcs")).toEqual([]);
  // Only the calls that were in flight, or whose answers were being stored, can have been made again.
  const { totals } = await (await client.get(`${sandbox}/log`)).json();
  expect(totals.askedMoreThanOnce).toBeLessThanOrEqual(16);
  const { ledger } = await getRun(client, id);
  // The ledger is written before a call is made: one more may be open there than had arrived. Each
  // of the eight lanes can leave one call in flight and one answer being stored.
  expect(ledger.ambiguous).toBeGreaterThanOrEqual(totals.askedMoreThanOnce);
  expect(ledger.ambiguous).toBeLessThanOrEqual(16);
  await client.dispose();
});

test("Ctrl-C ends all of it with 0 and leaves no process and no lock", async () => {
  const family = started?.family() ?? [];
  for (const part of ["scripts/start.ts", "postgres", "dist/sandbox", "dist/worker", "dist/web"]) {
    expect(family.map(({ command }) => command).join("\n")).toContain(part);
  }
  expect(existsSync(lock())).toBe(true);
  process.kill(-(started?.process.pid ?? 0), "SIGINT");
  expect(await started?.ended).toBe(0);
  expect(stillRunning(family)).toEqual([]);
  expect(existsSync(lock())).toBe(false);
  expect(started?.output()).toMatch(/^[^\n]+\n$/);
});

test("the next start goes on with the same data", async () => {
  await start();
  const client = await signedIn();
  expect(await runsNamed(client, "Killed worker")).toMatchObject([
    { status: "done", counts: { unique: 64 } },
  ]);
  await client.dispose();
});

test("when the starter itself is killed, its children end by themselves", async () => {
  const family = started?.family() ?? [];
  process.kill(started?.process.pid ?? 0, "SIGKILL");
  expect(await started?.ended).toBe("SIGKILL");
  await expect.poll(() => stillRunning(family)).toEqual([]);
  expect(existsSync(lock())).toBe(false);

  await start();
  const client = await signedIn();
  expect(await runsNamed(client, "Killed worker")).toHaveLength(1);
  await client.dispose();
});

test("a second start on the same data is refused and harms nothing", async () => {
  const second = startCommand({ ...settings, port: await getPort(), sandboxPort: await getPort() });
  await expect(second).rejects.toThrow(/Is RCS Reach running already on this data/);
  const client = await signedIn();
  expect(await runsNamed(client, "Killed worker")).toHaveLength(1);
  await client.dispose();
});
