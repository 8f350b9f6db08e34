import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, get, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { staticFiles } from "./static-files";

const SCRIPT = "/_next/static/chunks/a.js";
/** Each file holds its own name. */
const FILES = ["a.js", "a.js.br", "a.js.gz", "b.js", "inter.woff2", "icon.svg"];
let folder: string;
let server: Server;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "rcs-reach-"));
  mkdirSync(path.join(folder, "chunks"));
  for (const name of FILES) writeFileSync(path.join(folder, "chunks", name), name);
  writeFileSync(path.join(folder, "secret.js"), "");
  server = await serve(folder);
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** A server that says so when it is handed a request over. */
async function serve(folder: string): Promise<Server> {
  const answer = staticFiles(folder);
  const made = createServer((request, response) =>
    answer(request, response, () => response.end(`handed over, ${request.url}`)),
  );
  await once(made.listen(0, "127.0.0.1"), "listening");
  return made;
}

/** Asks for a path as it is written, with no header but these. */
async function ask(path: string, headers: Record<string, string> = {}, { method = "GET" } = {}) {
  const { port } = server.address() as AddressInfo;
  const request = get({ port, path, headers, method, agent: false });
  const [response] = await once(request, "response");
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}
const encoded = (encoding: string) => ({ "accept-encoding": encoding });

test("answers with the smallest file that the client takes, to be kept for good", async () => {
  const answer = await ask(SCRIPT, encoded("gzip, deflate, br"));
  expect(answer.body).toBe("a.js.br");
  expect(answer.headers).toMatchObject({
    "content-type": "text/javascript; charset=utf-8",
    "content-encoding": "br",
    vary: "Accept-Encoding",
    "cache-control": "public, max-age=31536000, immutable",
  });
  expect((await ask(SCRIPT, encoded("gzip, deflate"))).body).toBe("a.js.gz");
  expect((await ask(`${SCRIPT}?dpl=1`, encoded("GZIP;q=0.5, br;q=0"))).body).toBe("a.js.gz");
});

test.each([
  ["no encoding named", {}],
  ["none that there is", encoded("identity, zstd")],
  ["all refused", encoded("br;q=0, gzip;q=0.0")],
])("answers with the file itself: %s", async (_, headers) => {
  const answer = await ask(SCRIPT, headers);
  expect(answer.body).toBe("a.js");
  expect(answer.headers).toMatchObject({
    "content-type": "text/javascript; charset=utf-8",
    vary: "Accept-Encoding",
  });
  expect(answer.headers["content-encoding"]).toBeUndefined();
});

test("answers with what is not compressed as it is", async () => {
  expect((await ask("/_next/static/chunks/b.js", encoded("br"))).body).toBe("b.js");
  const letters = await ask("/_next/static/chunks/inter.woff2", encoded("br"));
  expect(letters.body).toBe("inter.woff2");
  expect(letters.headers).toMatchObject({
    "content-type": "font/woff2",
    "cache-control": "public, max-age=31536000, immutable",
  });
  expect(letters.headers.vary).toBeUndefined();
});

test("answers with the head alone to who wants no more", async () => {
  const head = await ask(SCRIPT, encoded("br"), { method: "HEAD" });
  expect(head).toMatchObject({ status: 200, body: "", headers: { "content-length": "7" } });
});

test("answers whole, whatever part is asked for (RFC 9110, 14.2)", async () => {
  for (const range of ["bytes=3-1", "bytes=0-1"]) {
    expect(await ask(SCRIPT, { range })).toMatchObject({ status: 200, body: "a.js" });
  }
});

test("goes on with what it was started with while another build is made", async () => {
  rmSync(path.join(folder, "chunks", "b.js"));
  expect((await ask("/_next/static/chunks/b.js")).body).toBe("b.js");
});

test.each([
  ["what is not there", "/_next/static/chunks/none.js"],
  ["another kind of file", "/_next/static/chunks/icon.svg"],
  ["a compressed file as such", `${SCRIPT}.br`],
  ["a folder", "/_next/static/chunks"],
  ["a way out of the folder", "/_next/static/chunks/../../etc/passwd"],
  ["the same, written otherwise", "/_next/static/chunks/..%2f..%2fsecret.js"],
  ["a page", "/runs"],
  ["a file of another place", "/chunks/a.js"],
])("hands over: %s", async (_, path) => {
  const { body, headers } = await ask(path, encoded("br"));
  expect(body).toBe(`handed over, ${path}`);
  expect(headers["content-encoding"]).toBeUndefined();
  expect(headers["cache-control"]).toBeUndefined();
});

test("hands over what is not read", async () => {
  const { body } = await ask(SCRIPT, encoded("br"), { method: "POST" });
  expect(body).toBe(`handed over, ${SCRIPT}`);
});
