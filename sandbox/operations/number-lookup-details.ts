import { carrierFor } from "../answers";
import { countryOf } from "../countries";
import { draw } from "../hash";
import { readLookupId } from "../lookup-id";
import { failure, type Handled, unbilled } from "../reply";

const PORTED_SHARE = 0.12;
const ROAMING_SHARE = 0.03;

/**
 * GET Lookup Details by Lookup ID, with the fields of GET API Lookup. Until it is ready its item
 * holds nothing but the number, for no document says how an unfinished lookup looks.
 *
 * @param readyAfterMs how long after the request the details are there
 */
export function numberLookupDetails(id: string, readyAfterMs: number, now: number): Handled {
  const ticket = readLookupId(id);
  if (ticket === null) return unbilled(failure(404, "LKP404", "LKP404", "Lookup id not found"));
  const ready = now - ticket.requestedAt >= readyAfterMs;
  const body = {
    code: "LKP200",
    message: "Request processed successfully",
    price: ready ? 0.004 : 0,
    id: id.replace(/:\d+$/, ""),
    total_processed_count: ready ? 1 : 0,
    data: [
      {
        lookup_id: id,
        mobile_number: ticket.number.slice(1),
        ...(ready ? detailsOf(ticket.number) : {}),
      },
    ],
    error: {},
  };
  return unbilled({ status: 200, body });
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
