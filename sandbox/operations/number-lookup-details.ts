import { carrierFor } from "../answers";
import { countryOf } from "../countries";
import { draw } from "../hash";
import { type LookupTicket, readLookupId } from "../lookup-id";
import type { PollCounts } from "../poll-counts";
import { failure, type Handled, unbilled } from "../reply";
import type { Settings } from "../settings";

const PORTED_SHARE = 0.12;
const ROAMING_SHARE = 0.03;
const ACCEPTED = 202;

const NOT_FOUND = failure(404, "LKP404", "LKP404", "Lookup id not found");
const FAILED = failure(500, "RCS502", "RCS502", "Internal Gateway Error.");

/**
 * GET Lookup Details by Lookup ID, with the fields of GET API Lookup. No document says how an
 * unfinished lookup looks: by the settings it is an item that holds nothing but the number, an
 * empty list, or the status 202.
 */
export function numberLookupDetails(
  id: string,
  settings: Settings,
  polls: PollCounts,
  now: number,
): Handled {
  const ticket = readLookupId(id);
  if (ticket === null) return unbilled(NOT_FOUND);
  const fails = draw(ticket.number, "details") < settings.detailsFailShare;
  if (fails && settings.detailsFailAs === "500") return unbilled(FAILED);
  if (fails && settings.detailsFailAs === "404") return unbilled(NOT_FOUND);
  const isReady =
    !fails &&
    now - ticket.requestedAt >= settings.detailsReadyAfterMs &&
    polls.poll(ticket.number, settings.detailsReadyAfterPolls);
  if (isReady) return answer(200, id, [{ ...item(id, ticket), ...detailsOf(ticket.number) }]);
  const pending = settings.detailsPendingAs;
  return answer(
    pending === "202" ? ACCEPTED : 200,
    id,
    pending === "bare" ? [item(id, ticket)] : [],
    false,
  );
}

function answer(status: number, id: string, data: object[], isReady = true): Handled {
  const body = {
    code: "LKP200",
    message: "Request processed successfully",
    price: isReady ? 0.004 : 0,
    id: id.replace(/:\d+$/, ""),
    total_processed_count: isReady ? 1 : 0,
    data,
    error: {},
  };
  return unbilled({ status, body });
}

function item(id: string, { number }: LookupTicket) {
  return { lookup_id: id, mobile_number: number.slice(1) };
}

function detailsOf(number: string): Record<string, unknown> {
  const country = countryOf(number.slice(1));
  const current = carrierFor(number, country);
  const original =
    draw(number, "ported") < PORTED_SHARE ? carrierFor(number, country, "original") : current;
  return {
    country: country.iso ?? "",
    country_code: country.callingCode ?? 0,
    current_mcc: current.mcc,
    current_mnc: current.mnc,
    current_operator: current.name,
    original_mcc: original.mcc,
    original_mnc: original.mnc,
    original_operator: original.name,
    ported: original !== current,
    roaming: draw(number, "roaming") < ROAMING_SHARE,
  };
}
