import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { expect, test } from "vitest";

const MAIN = path.join(import.meta.dirname, "main.ts");

async function start() {
  const child = fork(MAIN, {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, SANDBOX_PORT: "0" },
    stdio: "ignore",
  });
  const [message] = await once(child, "message");
  return { child, message };
}

test.each(["SIGTERM", "SIGINT"] as const)(
  "a forked sandbox says where it is and ends with %s",
  async (signal) => {
    const { child, message } = await start();
    expect(message).toEqual({ ready: true, url: expect.stringMatching(/^http:\/\/127/) });
    expect((await fetch(message.url)).status).toBe(200);
    child.kill(signal);
    expect(await once(child, "exit")).toEqual([0, null]);
  },
);

test("a forked sandbox ends when its parent is gone", async () => {
  const { child } = await start();
  child.disconnect();
  expect(await once(child, "exit")).toEqual([0, null]);
});
