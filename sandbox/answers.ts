import { type Carrier, type Country, countryOf } from "./countries";
import { draw } from "./hash";

/** What the sandbox says of a number, always the same. */
export interface Answer {
  /** E.164 with `+`. */
  number: string;
  rcs: boolean;
  /** Null: not given, as for every number outside the US and India. */
  carrier: string | null;
  carrierStatus: "ACTIVE" | "INACTIVE" | "UNKNOWN" | null;
}

/**
 * The answer for a number, fixed by the number alone. About two in three have RCS, by carrier;
 * an inactive number never has.
 *
 * @param e164 with `+`
 */
export function answerFor(e164: string): Answer {
  const country = countryOf(e164.slice(1));
  const carrier = carrierFor(e164, country);
  const status = statusFor(e164);
  const rate = status === "ACTIVE" ? carrier.rcs : status === "UNKNOWN" ? carrier.rcs / 2 : 0;
  return {
    number: e164,
    rcs: draw(e164, "rcs") < rate,
    carrier: country.tellsCarrier ? carrier.name : null,
    carrierStatus: country.tellsCarrier ? status : null,
  };
}

/** The network that a number belongs to, whether the RCS lookups tell it or not. */
export function carrierFor(e164: string, country: Country, question = "carrier"): Carrier {
  let left = draw(e164, question);
  const found = country.carriers.find(({ share }) => {
    left -= share;
    return left < 0;
  });
  const last = country.carriers.at(-1);
  if (last === undefined) throw new Error("A country without carriers.");
  return found ?? last;
}

function statusFor(e164: string): "ACTIVE" | "INACTIVE" | "UNKNOWN" {
  const share = draw(e164, "status");
  if (share < 0.93) return "ACTIVE";
  return share < 0.97 ? "INACTIVE" : "UNKNOWN";
}
