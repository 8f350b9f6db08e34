import { type CallView, callNotes } from "@/lib/api/calls";
import type { LookupCall } from "@/lib/db/generated/client";
import { statusReason } from "./status-reason";

/** A result of the ledger in words. */
function explain(result: string | null): { title: string; detail: string | null } {
  if (result === null) return { title: "Under way", detail: null };
  if (result === "ok") return { title: "Answered", detail: null };
  if (result === "interrupted") {
    return {
      title: "Cut off",
      detail:
        "The worker ended before the answer was stored. The call may have been billed; its numbers were asked again.",
    };
  }
  const reason = statusReason(result);
  return { title: reason?.title ?? result, detail: reason?.detail ?? null };
}

/** An attempt as the ledger shows it. */
export function callView(call: LookupCall): CallView {
  return {
    id: call.id.toString(),
    startedAt: call.startedAt.toISOString(),
    operation: call.operation,
    numbers: call.numbers,
    billed: call.billed,
    billing: call.billing,
    result: call.result,
    ...explain(call.result),
    httpStatus: call.httpStatus,
    errorCode: call.errorCode,
    message: call.message,
    milliseconds: call.finishedAt && call.finishedAt.getTime() - call.startedAt.getTime(),
    notes: callNotes.safeParse(call.notes).data ?? null,
  };
}
