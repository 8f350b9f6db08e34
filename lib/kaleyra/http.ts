import { classifyAnswer } from "./classify-answer";
import type { CallOptions, Connection } from "./connection";
import { startDeadline } from "./deadline";
import { exchange, type Reply } from "./exchange";
import type { Failed, Failure } from "./failures";
import { networkFailure } from "./network-failure";
import { readCapped } from "./read-capped";
import { parseRetryAfter } from "./retry-after";

const DEADLINE_MS = 30_000;
/** An answer about 500 devices has about 60 kB. */
const MAX_ANSWER_BYTES = 5 * 1024 * 1024;

export interface Call {
  method: "GET" | "POST";
  url: string;
  /** Sent as JSON. */
  body?: unknown;
  /** Whether a success holds what was asked for: it was paid for, and counts beside an error, too. */
  holdsAnswer?: (body: unknown) => boolean;
}

/** A success with its JSON, still to be parsed. */
export interface Answered {
  ok: true;
  httpStatus: number;
  body: unknown;
}

/**
 * Makes one call and tells how it went. Never throws, never logs, never follows a redirect (the
 * key would go along).
 */
export async function sendCall(
  connection: Connection,
  call: Call,
  options: CallOptions = {},
): Promise<Answered | Failed> {
  if (!/^[\x21-\x7e]+$/.test(connection.apiKey)) {
    return failed({ kind: "unauthorised", message: "The key is empty or not plain ASCII." });
  }
  if (options.signal?.aborted) {
    return failed({ kind: "network", message: "Stopped before anything was sent." });
  }
  const deadlineMs = options.deadlineMs ?? connection.deadlineMs ?? DEADLINE_MS;
  const deadline = startDeadline(deadlineMs, options.signal);
  try {
    const reply = await exchange({
      method: call.method,
      url: new URL(call.url),
      headers: headersOf(connection, call),
      body: call.body === undefined ? undefined : JSON.stringify(call.body),
      signal: deadline.signal,
      isPublicOnly: !isOperators(connection, call),
    });
    const { apiKey } = connection;
    const isSuccess = reply.status >= 200 && reply.status < 300;
    return isSuccess
      ? await readSuccess(reply, call, apiKey)
      : failed(await readFailure(reply, apiKey));
  } catch (error) {
    const endedBy = deadline.endedBy();
    if (endedBy === "deadline") return failed({ kind: "timeout" });
    if (endedBy === "caller") return failed({ kind: "broken_off", message: "Stopped." });
    return failed(networkFailure(error));
  } finally {
    deadline.release();
  }
}

function headersOf({ apiKey }: Connection, { body }: Call): Record<string, string> {
  const headers = { "api-key": apiKey, accept: "application/json", "user-agent": "rcs-reach" };
  return body === undefined ? headers : { ...headers, "content-type": "application/json" };
}

/** Whether a call goes to where the operator of this server wants it to go. */
function isOperators({ operatorUrls = [] }: Connection, { url }: Call): boolean {
  return operatorUrls.some((base) => url.startsWith(`${base}/`));
}

async function readSuccess(
  reply: Reply,
  { holdsAnswer }: Call,
  apiKey: string,
): Promise<Answered | Failed> {
  const httpStatus = reply.status;
  const text = await readCapped(reply.body, MAX_ANSWER_BYTES);
  if (text === null) return malformed(httpStatus, "The answer is larger than 5 MB.");
  const body = parseJson(text);
  if (body === undefined) return malformed(httpStatus, "The answer is not JSON.");
  const failure = classifyAnswer(httpStatus, body, apiKey);
  if (failure === null || holdsAnswer?.(body)) return { ok: true, httpStatus, body };
  return failed(withRetryAfter(failure, reply));
}

/** The status of a refusal is known already: a body that breaks off can't change its kind. */
async function readFailure(reply: Reply, apiKey: string): Promise<Failure> {
  const { status } = reply;
  const text = await readCapped(reply.body, MAX_ANSWER_BYTES).catch(() => null);
  const failure = classifyAnswer(status, parseJson(text ?? ""), apiKey) ?? {
    kind: "refused_request" as const,
    httpStatus: status,
  };
  return withRetryAfter(failure, reply);
}

function withRetryAfter(failure: Failure, { headers }: Reply): Failure {
  const retryAfterMs = parseRetryAfter(headers);
  return retryAfterMs === undefined ? failure : { ...failure, retryAfterMs };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An answer with a status of success that is none that Kaleyra documents. */
export function malformed(httpStatus: number, message: string): Failed {
  return failed({ kind: "malformed", httpStatus, message });
}

function failed(failure: Failure): Failed {
  return { ok: false, failure };
}
