import { parsePhoneNumberFromString } from "libphonenumber-js/max";

/** An E.164 number as its country writes it at home: `020 7946 0018`. */
export function formatNational(e164: string): string {
  return parsePhoneNumberFromString(e164)?.formatNational() ?? e164;
}
