import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { precompressed } from "./precompressed";

const SCRIPT = "/_next/static/chunks/a.js";
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "rcs-reach-"));
  mkdirSync(path.join(folder, "chunks"));
  for (const name of ["a.js", "a.js.br", "a.js.gz", "b.js"]) {
    writeFileSync(path.join(folder, "chunks", name), "");
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

function ask(url: string, encoding?: string, method = "GET") {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, { url, method });
  if (encoding !== undefined) request.headers["accept-encoding"] = encoding;
  const response = new ServerResponse(request);
  precompressed(folder)(request, response);
  return { url: request.url, headers: response.getHeaders() };
}

test("offers the smallest file that the client takes", () => {
  expect(ask(SCRIPT, "gzip, deflate, br")).toEqual({
    url: `${SCRIPT}.br`,
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      "content-encoding": "br",
      vary: "Accept-Encoding",
    },
  });
  expect(ask(SCRIPT, "gzip, deflate").url).toBe(`${SCRIPT}.gz`);
  expect(ask(`${SCRIPT}?dpl=1`, "GZIP;q=0.5, br;q=0").url).toBe(`${SCRIPT}.gz`);
  expect(ask(SCRIPT, "br", "HEAD").url).toBe(`${SCRIPT}.br`);
});

test.each([
  ["no encoding named", SCRIPT, undefined],
  ["none that there is", SCRIPT, "identity, zstd"],
  ["all refused", SCRIPT, "br;q=0, gzip;q=0.0"],
  ["a file that is not compressed", "/_next/static/chunks/b.js", "br"],
  ["a file that is not there", "/_next/static/chunks/../../a.js", "br"],
  ["another kind of file", "/_next/static/media/inter.woff2", "br"],
  ["a page", "/runs", "br"],
])("leaves a request as it is: %s", (_, url, encoding) => {
  expect(ask(url, encoding)).toEqual({ url, headers: {} });
});

test("leaves what is not read", () => {
  expect(ask(SCRIPT, "br", "POST").url).toBe(SCRIPT);
});

test("does without a build", () => {
  expect(() => precompressed(path.join(folder, "none"))).not.toThrow();
});
