import { BULK_FAILURES } from "@/lib/kaleyra/fixtures/bulk-device-lookup";
import { SINGLE_FAILURES } from "@/lib/kaleyra/fixtures/single-device-lookup";
import type { BulkPath, Operation } from "@/lib/kaleyra/operations";
import type { Struck } from "./faults/struck";
import { bulkCapability, bulkLookup } from "./operations/bulk";
import { numberLookup } from "./operations/number-lookup";
import { numberLookupDetails } from "./operations/number-lookup-details";
import { singleLookup } from "./operations/single";
import type { PollCounts } from "./poll-counts";
import { failure, type Handled, unbilled } from "./reply";
import type { Route } from "./route";
import type { Settings } from "./settings";

/** A call of Kaleyra's interface, as it came in. */
export interface IncomingCall {
  route: Route | null;
  method: string;
  apiKey: string;
  /** Null: larger than the sandbox reads. */
  body: string | null;
  /** Where the sandbox was called, such as `http://127.0.0.1:4010`. */
  origin: string;
  /** Milliseconds since 1970. */
  now: number;
}

/** What an answer depends on beside its call. */
export interface AnswerContext {
  settings: Settings;
  /** The how manieth call it is since the log was cleared. */
  callNumber: number;
  struck: Struck;
  hasWrongCounts: boolean;
  polls: PollCounts;
}

const REFUSED_KEY = {
  "401": failure(401, "RCS401", "UNAUTHORIZED", "Invalid api-key or SID"),
  "403": failure(403, "RCS403", "FORBIDDEN", "Access denied for this api-key"),
};
const TOO_LARGE = failure(413, "RCS413", "MESSAGE_TOO_LARGE", "Message too large");
const ONLY_OPERATION: Record<BulkPath, Operation> = {
  bulk: "bulk_lookup",
  legacy: "bulk_capability",
};

/** What Kaleyra answers to a call, by its documents; no document prints the body of a bad key. */
export function answerCall(call: IncomingCall, context: AnswerContext): Handled {
  const { route, body } = call;
  const { settings, struck } = context;
  if (body === null) return unbilled(TOO_LARGE);
  if (route === null || isLeftOut(route.operation, settings)) {
    return unbilled(SINGLE_FAILURES.routeNotFound);
  }
  if (isKeyRefused(call, context)) return unbilled(REFUSED_KEY[settings.refuseKeyAs]);
  const isClassic = route.operation.startsWith("number_lookup");
  if (settings.rcsDisabled && !isClassic) return unbilled(rcsDisabled(settings));
  if (call.method !== route.method) return unbilled(BULK_FAILURES.wrongMethod);
  if (route.operation === "single_lookup") return singleLookup(route.last, struck);
  if (route.operation === "number_lookup_details") {
    return numberLookupDetails(route.last, settings, context.polls, call.now);
  }
  const json = parseJson(body);
  if (json === undefined) return unbilled(BULK_FAILURES.invalidJson);
  if (route.operation === "bulk_lookup") return bulkLookup(json, struck, context.hasWrongCounts);
  if (route.operation === "bulk_capability") return bulkCapability(json, struck);
  const handled = numberLookup(json, { origin: call.origin, sid: route.sid }, struck, call.now);
  context.polls.restart(handled.billed);
  return handled;
}

function isLeftOut(operation: Operation, { onlyPath }: Settings): boolean {
  const isBulk = operation === "bulk_lookup" || operation === "bulk_capability";
  return isBulk && onlyPath !== null && operation !== ONLY_OPERATION[onlyPath];
}

function isKeyRefused({ apiKey }: IncomingCall, { settings, callNumber }: AnswerContext): boolean {
  const { refuseKey, refuseKeyAfter } = settings;
  if (refuseKey || apiKey !== settings.apiKey) return true;
  return refuseKeyAfter !== null && callNumber > refuseKeyAfter;
}

function rcsDisabled({ rcsDisabledAs }: Settings) {
  return { ...BULK_FAILURES.rcsNotEnabled, status: Number(rcsDisabledAs) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
