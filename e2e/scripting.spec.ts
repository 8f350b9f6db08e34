import { execFile } from "node:child_process";
import { once } from "node:events";
import { rm, writeFile } from "node:fs/promises";
import http from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { type APIRequestContext, expect, test } from "@playwright/test";
import Papa from "papaparse";
import { answerFor } from "../sandbox/answers";
import { sandboxAccount } from "./accounts";
import { usNumbers } from "./audience";
import { own } from "./installations";
import { getRun, removeRuns, runsNamed } from "./runs";
import { resetSandbox, sandboxLog, setSandbox } from "./sandbox";
import { makeToken, revokeTokens } from "./tokens";

const numbers = usNumbers(240);
const reachable = numbers.filter((number) => answerFor(number).rcs);
const name = "by-script.csv";
const file = path.join(tmpdir(), name);

test.beforeAll(() =>
  writeFile(
    file,
    [
      "\uFEFFName,phone",
      ...numbers.map((number, at) => `"Person ""${at}"", the ${at}th",${number}`),
      `Again,${numbers[0]}`,
      "Nobody,not a number",
      "Blank,",
    ].join("\r\n"),
  ),
);
test.afterAll(() => rm(file));
test.beforeEach(({ request }) => resetSandbox(request, { latencyMs: 0 }));
test.afterEach(async ({ request }) => {
  await revokeTokens(request);
  await removeRuns(request);
  await setSandbox(request, {});
});

/** Runs the documented example as its reader would. */
function runExample(url: string, token: string) {
  return new Promise<{ code: number; out: string; said: string }>((resolve) => {
    const env = {
      PATH: process.env.PATH,
      NODE_ENV: "test" as const,
      REACH_URL: url,
      REACH_TOKEN: token,
    };
    const args = ["docs/examples/check-audience.mjs", file, "phone"];
    const child = execFile(process.execPath, args, { env }, (_error, out, said) =>
      resolve({ code: child.exitCode ?? -1, out, said }),
    );
  });
}

const phonesOf = (csv: string) =>
  Papa.parse<{ phone: string }>(csv, { header: true, skipEmptyLines: true }).data.map(
    ({ phone }) => phone,
  );

async function tokenFor(request: APIRequestContext, role: "analyst" | "viewer" = "analyst") {
  const { id } = await sandboxAccount(request);
  return (await makeToken(request, id, { role })).secret;
}

test("the documented script does the whole job with a token: upload, start, wait, export", async ({
  request,
}) => {
  const { code, out, said } = await runExample(own.url, await tokenFor(request));
  expect(said).toContain(`${reachable.length} can receive RCS`);
  expect(code).toBe(0);
  expect(phonesOf(out)).toEqual(reachable);
  const [run] = await runsNamed(request, name);
  expect(run).toMatchObject({
    status: "done",
    counts: { rows: 243, unique: 240, duplicates: 1, invalid: 1, blank: 1 },
  });
  // Whose token it is has made the run.
  expect((await getRun(request, run?.id ?? "")).createdBy).toBe("Olivia Owner");
  const { totals } = await sandboxLog(request);
  expect(totals.askedMoreThanOnce).toBe(0);
});

test("it waits when it is turned away, as long as it is told, and repeats what broke off", async ({
  request,
}) => {
  const asked: string[] = [];
  // What it is told at first, for each request in turn; then it gets through.
  const proxy = http.createServer(async (incoming, outgoing) => {
    const body = await buffer(incoming);
    const what = `${incoming.method} ${incoming.url?.replace(/[0-9a-f-]{36}/, "id")}`;
    asked.push(what);
    const times = asked.filter((one) => one === what).length;
    if (times === 1) {
      outgoing.writeHead(asked.length % 2 ? 429 : 503, { "retry-after": "0" });
      outgoing.end("{}");
      return;
    }
    const sent = http.request(new URL(incoming.url ?? "", own.url), {
      method: incoming.method,
      headers: incoming.headers,
    });
    sent.end(body);
    const [answer] = (await once(sent, "response")) as [http.IncomingMessage];
    const isChunk = what.endsWith("/contacts");
    if (isChunk && times === 2) {
      // It arrived, but the script never hears of it.
      answer.resume();
      await once(answer, "end");
      outgoing.destroy();
      return;
    }
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  const address = proxy.address();
  const port = typeof address === "object" ? address?.port : 0;
  const { code, out } = await runExample(`http://127.0.0.1:${port}`, await tokenFor(request));
  proxy.closeAllConnections();
  proxy.close();
  expect(code).toBe(0);
  expect(phonesOf(out)).toEqual(reachable);
  expect(asked.filter((one) => one === "POST /api/runs/id/contacts")).toHaveLength(3);
  expect(await runsNamed(request, name)).toHaveLength(1);
  expect((await sandboxLog(request)).totals.askedMoreThanOnce).toBe(0);
});

test("it says why and ends with another code when the run needs a person, or the token is no good", async ({
  request,
}) => {
  await setSandbox(request, { latencyMs: 0, refuseKey: true });
  const paused = await runExample(own.url, await tokenFor(request));
  expect(paused.code).toBe(2);
  expect(paused.said).toContain("The run is paused: Check the SID and the API key");
  const viewer = await runExample(own.url, await tokenFor(request, "viewer"));
  expect(viewer.code).toBe(1);
  expect(viewer.said).toContain("403 Only an analyst or owner of this account may do this.");
  const unknown = await runExample(own.url, "rcsr_unknown");
  expect(unknown.code).toBe(1);
  expect(unknown.said).toContain("401 This API token is unknown, has ended or was revoked.");
});
