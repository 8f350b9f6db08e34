import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { answerCall } from "./answer-call";
import { FAULTS, type FaultSettings, sendReply } from "./faults";
import type { CallLog } from "./log";
import { failure } from "./reply";
import { matchRoute } from "./route";
import type { Settings } from "./settings";

/** Answers a call of Kaleyra's interface, or lets it fail when its turn has come, and logs it. */
export async function serveCall(
  { log, settings }: { log: CallLog; settings: Settings },
  request: IncomingMessage,
  response: ServerResponse,
  body: string | null,
): Promise<void> {
  if (body === null) {
    sendReply(response, failure(413, "RCS413", "MESSAGE_TOO_LARGE", "Message too large"));
    return;
  }
  const now = Date.now();
  const route = matchRoute((request.url ?? "").replace(/\?.*$/s, ""));
  const call = {
    route,
    method: request.method ?? "GET",
    apiKey: String(request.headers["api-key"] ?? ""),
    body,
    origin: `http://${request.headers.host ?? "localhost"}`,
    now,
  };
  const { reply, asked, billed } = answerCall(call, settings);
  const failing = dueFault(settings, log.callCount + 1);
  const fault = failing === null ? null : FAULTS[failing.how];
  const isBilled = billed && (fault?.billed ?? true);
  log.add(
    {
      time: new Date(now).toISOString(),
      operation: route?.operation ?? null,
      numbers: asked.length,
      status: fault === null || fault.status === "own" ? reply.status : fault.status,
      billed: isBilled ? asked.length : 0,
      fault: failing?.how ?? null,
    },
    asked,
    performance.now(),
  );
  if (settings.latencyMs > 0) await sleep(settings.latencyMs);
  if (response.destroyed) return;
  if (fault === null || failing === null) sendReply(response, reply);
  else fault.send(response, reply, failing);
}

/** The fault whose turn it is at the n-th call since the log was cleared. */
function dueFault({ failEvery }: Settings, callNumber: number): FaultSettings | null {
  return failEvery !== null && callNumber % failEvery.n === 0 ? failEvery : null;
}
