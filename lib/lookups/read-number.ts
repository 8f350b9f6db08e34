import { AppError } from "@/lib/errors";
import { isCountryCode } from "@/lib/phone/country";
import { explainReason } from "@/lib/phone/explain-reason";
import { normalise } from "@/lib/phone/normalise";

/**
 * Reads a number that a person typed; the browser and the server read it alike.
 *
 * @throws AppError `number_invalid` with what is wrong
 */
export function readNumber(cell: string, country: string | undefined) {
  const defaultCountry = country && isCountryCode(country) ? country : undefined;
  const read = normalise(cell, { defaultCountry });
  if (read.ok) return read;
  const message = explainReason(read.reason, { cell, country: defaultCountry });
  throw new AppError("number_invalid", message, { number: message });
}
