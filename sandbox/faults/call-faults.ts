import type { ServerResponse } from "node:http";
import { BULK_FAILURES } from "@/lib/kaleyra/fixtures/bulk-device-lookup";
import { SINGLE_FAILURES } from "@/lib/kaleyra/fixtures/single-device-lookup";
import type { CallFaultKind } from "../faults";
import { failure, type Reply } from "../reply";
import type { Settings } from "../settings";
import {
  sendCutOff,
  sendEndless,
  sendGzipBomb,
  sendHtml,
  sendOversize,
  sendReply,
  sendSlowly,
} from "./send-body";

/** What a fault has at hand when it answers in place of the true answer. */
export interface FaultContext {
  response: ServerResponse;
  /** The true answer. */
  reply: Reply;
  settings: Settings;
  /** The header of a refusal that says when to come back, or nothing. */
  retryAfter: Record<string, string>;
  /** Where a redirect leads to. */
  elsewhere: string;
}

export interface CallFault {
  /** Whether the call was carried out, and billed, before it failed. */
  billed: boolean;
  /** The status that is sent, null when none is, "own" when it is the true answer's. */
  status: number | "own" | null;
  /** Whether a `Retry-After` goes along. */
  retryAfter?: boolean;
  send: (context: FaultContext) => void;
}

const instead = (reply: Reply): CallFault => ({
  billed: false,
  status: reply.status,
  send: ({ response }) => sendReply(response, reply),
});

const RATE_LIMITED = failure(429, "RCS429", "THROTTLING", "Too many requests");
const REDIRECT = 307;

/** One row for each way in which a call can fail. */
export const CALL_FAULTS: Record<CallFaultKind, CallFault> = {
  html_502: {
    billed: false,
    status: 502,
    send: ({ response }) => sendHtml(response, 502, "Bad Gateway"),
  },
  html_503: {
    billed: false,
    status: 503,
    retryAfter: true,
    send: ({ response, retryAfter }) =>
      sendHtml(response, 503, "Service Unavailable, try again later", retryAfter),
  },
  rcs_500: instead(failure(500, "RCS502", "RCS502", "Internal Gateway Error.")),
  prov_502: instead(BULK_FAILURES.upstream),
  prov_401: instead(SINGLE_FAILURES.upstreamRefused),
  error_200: instead(failure(200, "RCS702", "PROV_ERROR", "Device lookup failed")),
  rate_limit: {
    billed: false,
    status: RATE_LIMITED.status,
    retryAfter: true,
    send: ({ response, retryAfter }) =>
      sendReply(response, { ...RATE_LIMITED, headers: retryAfter }),
  },
  reset: { billed: false, status: null, send: reset },
  reset_after_billing: { billed: true, status: null, send: reset },
  hang: { billed: true, status: null, send: () => undefined },
  cut_off: {
    billed: true,
    status: "own",
    send: ({ response, reply }) => sendCutOff(response, reply),
  },
  slow: {
    billed: true,
    status: "own",
    send: ({ response, reply, settings }) => sendSlowly(response, reply, settings.slowMs),
  },
  endless: {
    billed: true,
    status: "own",
    send: ({ response, reply }) => sendEndless(response, reply),
  },
  oversize: {
    billed: true,
    status: "own",
    send: ({ response, reply, settings }) => sendOversize(response, reply, settings.oversizeMb),
  },
  gzip_bomb: {
    billed: true,
    status: "own",
    send: ({ response, reply, settings }) => sendGzipBomb(response, reply, settings.oversizeMb),
  },
  nonsense: {
    billed: true,
    status: "own",
    send: ({ response, reply }) =>
      sendReply(response, { status: reply.status, body: { hello: "world" } }),
  },
  redirect: {
    billed: false,
    status: REDIRECT,
    send: ({ response, elsewhere }) => {
      response.writeHead(REDIRECT, { location: elsewhere });
      response.end();
    },
  },
};

/** How the sandbox fails while it is down: nothing is carried out. */
export const DOWN: Record<Settings["downAs"], CallFault> = {
  reset: CALL_FAULTS.reset,
  "503": CALL_FAULTS.html_503,
  hang: { ...CALL_FAULTS.hang, billed: false },
};

function reset({ response }: FaultContext): void {
  response.socket?.resetAndDestroy();
}
