import { BULK_FAILURES } from "@/lib/kaleyra/fixtures/bulk-device-lookup";
import { SINGLE_FAILURES } from "@/lib/kaleyra/fixtures/single-device-lookup";
import type { BulkPath, Operation } from "@/lib/kaleyra/operations";
import { bulkCapability, bulkLookup } from "./operations/bulk";
import { numberLookup } from "./operations/number-lookup";
import { numberLookupDetails } from "./operations/number-lookup-details";
import { singleLookup } from "./operations/single";
import { failure, type Handled, unbilled } from "./reply";
import type { Route } from "./route";
import type { Settings } from "./settings";

/** A call of Kaleyra's interface, as it came in. */
export interface IncomingCall {
  route: Route | null;
  method: string;
  apiKey: string;
  body: string;
  /** Where the sandbox was called, such as `http://127.0.0.1:4010`. */
  origin: string;
  /** Milliseconds since 1970. */
  now: number;
}

const UNAUTHORISED = failure(401, "RCS401", "UNAUTHORIZED", "Invalid api-key or SID");
const ONLY_OPERATION: Record<BulkPath, Operation> = {
  bulk: "bulk_lookup",
  legacy: "bulk_capability",
};

/** What Kaleyra answers to a call, by its documents; no document prints the body of a bad key. */
export function answerCall(call: IncomingCall, settings: Settings): Handled {
  const { route } = call;
  if (route === null || isLeftOut(route.operation, settings)) {
    return unbilled(SINGLE_FAILURES.routeNotFound);
  }
  if (settings.refuseKey || call.apiKey !== settings.apiKey) return unbilled(UNAUTHORISED);
  const isClassic = route.operation.startsWith("number_lookup");
  if (settings.rcsDisabled && !isClassic) return unbilled(BULK_FAILURES.rcsNotEnabled);
  if (call.method !== route.method) return unbilled(BULK_FAILURES.wrongMethod);
  if (route.operation === "single_lookup") return singleLookup(route.last);
  if (route.operation === "number_lookup_details") {
    return numberLookupDetails(route.last, settings.detailsReadyAfterMs, call.now);
  }
  const json = parseJson(call.body);
  if (json === undefined) return unbilled(BULK_FAILURES.invalidJson);
  if (route.operation === "bulk_lookup") return bulkLookup(json);
  if (route.operation === "bulk_capability") return bulkCapability(json);
  return numberLookup(json, { origin: call.origin, sid: route.sid }, call.now);
}

function isLeftOut(operation: Operation, { onlyPath }: Settings): boolean {
  const isBulk = operation === "bulk_lookup" || operation === "bulk_capability";
  return isBulk && onlyPath !== null && operation !== ONLY_OPERATION[onlyPath];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
