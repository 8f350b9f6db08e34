import { parsePhoneNumberFromString } from "libphonenumber-js/max";

/** An E.164 number as its country writes it abroad: `+44 20 7946 0018`. */
export function formatInternational(e164: string): string {
  return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
}

/** An E.164 number as its country writes it at home: `020 7946 0018`. */
export function formatNational(e164: string): string {
  return parsePhoneNumberFromString(e164)?.formatNational() ?? e164;
}
