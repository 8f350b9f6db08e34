import { appendFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Journal } from "./journal";
import { startSandbox } from "./server";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "rcs-reach-journal-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const number = "+14152000001";
const ask = (url: string) =>
  fetch(`${url}/v1/SID1/rcs/lookup/${encodeURIComponent(number)}`, {
    headers: { "api-key": "sandbox-key" },
  });

test("a sandbox with a journal goes on with its log, whatever was being written", async () => {
  const file = path.join(folder, "log");
  const first = await startSandbox({ journal: file, settings: { latencyMs: 0 } });
  await ask(first.url);
  const before = first.report();
  expect(before.totals).toMatchObject({ calls: 1, billed: 1 });
  await first.stop();
  await appendFile(file, '{"call":{"ti');
  const second = await startSandbox({ journal: file, settings: { latencyMs: 0 } });
  expect(second.report()).toEqual(before);
  await ask(second.url);
  expect(new Journal(file).read().map(({ asked }) => asked)).toEqual([[number], [number]]);
  second.clearLog();
  expect(new Journal(file).read()).toEqual([]);
  await second.stop();
});
