import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from "node:http";
import { Agent as HttpsAgent, request as requestHttps } from "node:https";
import { addAbortSignal, pipeline, type Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { publicLookup, refusePrivateHost } from "./public-lookup";

const CONNECT_TIMEOUT_MS = 10_000;
/**
 * Idle connections are closed by us, well before servers close theirs (Node's after 5 s): a request
 * that meets a closing connection would break off, and may be billed.
 */
const idle = { keepAlive: true, timeout: 2_500 };

const agents = {
  "http:": new HttpAgent(idle),
  "https:": new HttpsAgent(idle),
};
// Apart, so that no connection that was made for an operator's address serves another call.
const publicAgents = {
  "http:": new HttpAgent({ ...idle, lookup: publicLookup() }),
  "https:": new HttpsAgent({ ...idle, lookup: publicLookup() }),
};

/** One HTTP request. */
export interface Exchange {
  method: "GET" | "POST";
  url: URL;
  headers: Record<string, string>;
  body?: string;
  /** Ends it, the answer's body too. */
  signal: AbortSignal;
  /** Goes to no private, loopback or link-local address. */
  isPublicOnly: boolean;
}

/** An answer whose body is still to be read, already unpacked. */
export interface Reply {
  status: number;
  headers: Headers;
  body: AsyncIterable<Uint8Array>;
}

/**
 * Makes one HTTP request and gives its answer, whatever its status. Follows no redirect. `fetch`
 * would not say which address it connects to: here it is the one that was checked.
 *
 * @throws errors of the system, of TLS, of the HTTP parser (`HPE_…`), and `ENOTPUBLIC`
 */
export async function exchange(given: Exchange): Promise<Reply> {
  const { url, signal, isPublicOnly } = given;
  const protocol = url.protocol === "https:" ? "https:" : "http:";
  if (isPublicOnly) refusePrivateHost(url.hostname);
  const agent = (isPublicOnly ? publicAgents : agents)[protocol];
  const message = await send(given, protocol === "https:" ? requestHttps : requestHttp, agent);
  return {
    status: message.statusCode ?? 0,
    headers: new Headers(
      Object.entries(message.headersDistinct).flatMap(([name, values = []]) =>
        values.map((value): [string, string] => [name, value]),
      ),
    ),
    body: addAbortSignal(signal, unpack(message)),
  };
}

function send(
  { method, url, headers, body, signal }: Exchange,
  request: typeof requestHttp,
  agent: HttpAgent,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const packed = { ...headers, "accept-encoding": "gzip, deflate, br" };
    const sent = request(url, { method, headers: packed, agent, signal });
    const timer = setTimeout(() => {
      const error = new Error("No connection could be made in time.");
      sent.destroy(Object.assign(error, { code: "ETIMEDOUT", syscall: "connect" }));
    }, CONNECT_TIMEOUT_MS);
    const stop = () => clearTimeout(timer);
    sent.once("socket", (socket) => {
      if (socket.connecting)
        socket.once(url.protocol === "https:" ? "secureConnect" : "connect", stop);
      else stop();
    });
    sent.once("close", stop);
    sent.once("error", reject);
    sent.once("response", resolve);
    sent.end(body);
  });
}

function unpack(message: IncomingMessage): Readable {
  switch (message.headers["content-encoding"]?.trim().toLowerCase()) {
    case "gzip":
    case "x-gzip":
      return pipeline(message, createGunzip(), () => {});
    case "deflate":
      return pipeline(message, createInflate(), () => {});
    case "br":
      return pipeline(message, createBrotliDecompress(), () => {});
    default:
      return message;
  }
}
