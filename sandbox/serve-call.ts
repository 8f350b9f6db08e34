import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { giveRetryAfter } from "./faults/retry-after";
import { sendReply } from "./faults/send-body";
import { type Judgement, judgeCall } from "./judge-call";
import { readBody } from "./read-body";
import { elsewhere, originOf } from "./redirect";
import { matchRoute } from "./route";
import type { SandboxState } from "./state";

/** Answers a call of Kaleyra's interface, or lets it fail, and logs it. */
export async function serveCall(
  state: SandboxState,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // A server that is down does not read.
  const body = state.settings.down ? "" : await readBody(request);
  const arrived = state.clock();
  const now = Date.now();
  const route = matchRoute((request.url ?? "").replace(/\?.*$/s, ""));
  const call = {
    route,
    method: request.method ?? "GET",
    apiKey: String(request.headers["api-key"] ?? ""),
    body,
    origin: originOf(request),
    now,
  };
  const { settings, traffic, log } = state;
  const judgement = judgeCall(state, call, arrived);
  const { reply, asked } = judgement.handled;
  const { fault } = judgement;
  const billed = fault === null || fault.billed ? judgement.handled.billed : [];
  state.note(
    {
      call: {
        time: new Date(now).toISOString(),
        account: route?.sid ?? null,
        operation: route?.operation ?? null,
        numbers: asked.length,
        status: fault === null || fault.status === "own" ? reply.status : fault.status,
        billed: billed.length,
        fault: judgement.label,
        strikes: judgement.strikes,
        early: traffic.isEarly(route?.sid ?? "", arrived, settings.retryAfterGraceMs),
      },
      asked: [...asked],
      billed: [...billed],
    },
    arrived,
  );
  // What it took to work the answer out is part of how long the answer takes.
  const latencyLeftMs = settings.latencyMs - (state.clock() - arrived);
  await state.whileHeld(log.callCount());
  if (latencyLeftMs > 0 && !settings.down) await sleep(latencyLeftMs);
  if (response.destroyed) return;
  if (fault === null) sendReply(response, reply);
  else {
    const retryAfter = promiseRetryAfter(state, route?.sid ?? "", judgement);
    fault.send({ response, reply, settings, retryAfter, elsewhere: elsewhere(request) });
  }
}

/** Forms the header of a refusal that says when to come back, and remembers what it said. */
function promiseRetryAfter(
  { traffic, clock }: SandboxState,
  sid: string,
  { fault, retryAfter }: Judgement,
): Record<string, string> {
  const given = fault?.retryAfter === true ? giveRetryAfter(retryAfter, Date.now()) : null;
  if (given === null) return {};
  traffic.promise(sid, clock(), given.overInMs);
  return { "retry-after": given.header };
}
