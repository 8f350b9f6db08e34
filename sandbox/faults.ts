import type { ServerResponse } from "node:http";
import { z } from "zod";
import { failure, type Reply } from "./reply";

/** The ways in which a call can be made to fail. A new one needs its row in `FAULTS`, no more. */
export const FAULT_KINDS = [
  "html_502",
  "rcs_500",
  "rate_limit",
  "reset",
  "reset_after_billing",
  "hang",
  "cut_off",
  "endless",
  "nonsense",
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** Which calls fail, and how. */
export const faultSchema = z.strictObject({
  /** Every n-th call fails: 1 is each of them. */
  n: z.int().min(1),
  how: z.enum(FAULT_KINDS),
  /** Seconds of the `Retry-After` of a rate limit; null: no such header. */
  retryAfter: z.int().min(0).nullable().default(null),
  retryAfterAs: z.enum(["seconds", "date"]).default("seconds"),
});

export type FaultSettings = z.output<typeof faultSchema>;

interface Fault {
  /** Whether the call was carried out, and billed, before it failed. */
  billed: boolean;
  /** The status that is sent, null when none is, "own" when it is the true answer's. */
  status: number | "own" | null;
  send: (response: ServerResponse, reply: Reply, settings: FaultSettings) => void;
}

export const FAULTS: Record<FaultKind, Fault> = {
  html_502: {
    billed: false,
    status: 502,
    send: (response) => {
      response.writeHead(502, { "content-type": "text/html" });
      response.end("<html><body><h1>502 Bad Gateway</h1></body></html>");
    },
  },
  rcs_500: {
    billed: false,
    status: 500,
    send: (response) =>
      sendReply(response, failure(500, "RCS502", "RCS502", "Internal Gateway Error.")),
  },
  rate_limit: {
    billed: false,
    status: 429,
    send: (response, _reply, settings) => {
      const reply = failure(429, "RCS429", "THROTTLING", "Too many requests");
      sendReply(response, { ...reply, headers: retryAfterHeader(settings) });
    },
  },
  reset: { billed: false, status: null, send: reset },
  reset_after_billing: { billed: true, status: null, send: reset },
  hang: { billed: true, status: null, send: () => undefined },
  cut_off: {
    billed: true,
    status: "own",
    send: (response, reply) => {
      const text = JSON.stringify(reply.body);
      response.writeHead(reply.status, {
        "content-type": "application/json",
        "content-length": Buffer.byteLength(text),
      });
      response.write(text.slice(0, text.length / 2), () => response.destroy());
    },
  },
  endless: {
    billed: true,
    status: "own",
    send: (response, reply) => {
      response.writeHead(reply.status, { "content-type": "application/json" });
      response.write('{"devices": [');
      const drip = setInterval(() => response.write(" "), 100);
      response.on("close", () => clearInterval(drip));
    },
  },
  nonsense: {
    billed: true,
    status: "own",
    send: (response, reply) => {
      response.writeHead(reply.status, { "content-type": "application/json" });
      response.end('{"hello": "world"}');
    },
  },
};

/** Sends an answer as it is. */
export function sendReply(response: ServerResponse, { status, body, headers }: Reply): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers });
  response.end(JSON.stringify(body));
}

function reset(response: ServerResponse): void {
  response.socket?.resetAndDestroy();
}

function retryAfterHeader({ retryAfter, retryAfterAs }: FaultSettings): Record<string, string> {
  if (retryAfter === null) return {};
  if (retryAfterAs === "seconds") return { "retry-after": String(retryAfter) };
  return { "retry-after": new Date(Date.now() + retryAfter * 1000).toUTCString() };
}
