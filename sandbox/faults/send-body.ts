import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { createGzip } from "node:zlib";
import type { Reply } from "../reply";

const JSON_TYPE = { "content-type": "application/json; charset=utf-8" };
const PADDING = " ".repeat(65_536);
const DRIP_MS = 50;

/** Sends an answer as it is. */
export function sendReply(response: ServerResponse, { status, body, headers }: Reply): void {
  response.writeHead(status, { ...JSON_TYPE, ...headers });
  response.end(JSON.stringify(body));
}

export function sendHtml(response: ServerResponse, status: number, title: string, headers = {}) {
  response.writeHead(status, { "content-type": "text/html", ...headers });
  response.end(`<html><body><h1>${status} ${title}</h1></body></html>`);
}

/** Half of an answer, then the end of the connection. */
export function sendCutOff(response: ServerResponse, { status, body }: Reply): void {
  const text = JSON.stringify(body);
  response.writeHead(status, { ...JSON_TYPE, "content-length": Buffer.byteLength(text) });
  response.write(text.slice(0, text.length / 2), () => response.destroy());
}

/** A body that begins well and never ends. */
export function sendEndless(response: ServerResponse, { status }: Reply): void {
  response.writeHead(status, JSON_TYPE);
  response.write('{"devices": [');
  const drip = setInterval(() => response.write(" "), 2 * DRIP_MS);
  response.on("close", () => clearInterval(drip));
}

/** The whole true answer, in drips. */
export function sendSlowly(response: ServerResponse, { status, body }: Reply, slowMs: number) {
  response.writeHead(status, JSON_TYPE);
  stream(response, drips(JSON.stringify(body), slowMs));
}

/** The whole true answer after megabytes of padding, which are made as they are sent. */
export function sendOversize(response: ServerResponse, { status, body }: Reply, megabytes: number) {
  response.writeHead(status, JSON_TYPE);
  stream(response, padded(JSON.stringify(body), megabytes));
}

/** The same, packed: small on the wire. */
export function sendGzipBomb(response: ServerResponse, { status, body }: Reply, megabytes: number) {
  response.writeHead(status, { ...JSON_TYPE, "content-encoding": "gzip" });
  const packed = createGzip({ level: 1 });
  pipeline(Readable.from(padded(JSON.stringify(body), megabytes)), packed, response).catch(() =>
    response.destroy(),
  );
}

function stream(response: ServerResponse, parts: AsyncIterable<string> | Iterable<string>): void {
  pipeline(Readable.from(parts), response).catch(() => response.destroy());
}

function* padded(json: string, megabytes: number): Generator<string> {
  yield '{"padding":"';
  for (let sent = 0; sent < megabytes * 1024 * 1024; sent += PADDING.length) yield PADDING;
  yield `",${json.slice(1)}`;
}

async function* drips(text: string, slowMs: number): AsyncGenerator<string> {
  const count = Math.max(1, Math.ceil(slowMs / DRIP_MS));
  const size = Math.max(1, Math.ceil(text.length / count));
  const pause = slowMs / Math.ceil(text.length / size);
  for (let start = 0; start < text.length; start += size) {
    yield text.slice(start, start + size);
    await sleep(pause);
  }
}
