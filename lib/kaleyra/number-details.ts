import { z } from "zod";
import { cleanText } from "./clean-text";
import { digitsOf } from "./digits";

/** What the classic number lookup knows of a number. Null: not given. */
export interface NumberDetails {
  /** E.164 with `+`. */
  number: string | null;
  /** ISO 3166 code, such as IN. */
  country: string | null;
  /** Calling code, such as 91. */
  countryCode: number | null;
  currentMcc: string | null;
  currentMnc: string | null;
  currentOperator: string | null;
  originalMcc: string | null;
  originalMnc: string | null;
  originalOperator: string | null;
  ported: boolean | null;
  roaming: boolean | null;
  /** Every further field, as Kaleyra sent it. */
  other: Record<string, unknown>;
}

const text = z.unknown().transform((value) => cleanText(value, 200));
const flag = z.unknown().transform((value) => {
  const word = String(value).trim().toLowerCase();
  if (["true", "yes", "y", "1"].includes(word)) return true;
  return ["false", "no", "n", "0"].includes(word) ? false : null;
});
const item = z.looseObject({
  lookup_id: text,
  mobile_number: z.unknown(),
  country: text,
  country_code: text,
  current_mcc: text,
  current_mnc: text,
  current_operator: text,
  original_mcc: text,
  original_mnc: text,
  original_operator: text,
  is_ported: flag,
  ported: flag,
  is_roaming: flag,
  roaming: flag,
});

/**
 * Reads one item of the details answer. Null while it holds nothing but the number and its id:
 * the lookup is still under way.
 *
 * @see Kaleyra, GET API Lookup, whose items have the same fields
 */
export function readNumberDetails(value: unknown): NumberDetails | null {
  const parsed = item.safeParse(value);
  if (!parsed.success) return null;
  const { lookup_id: _id, mobile_number, is_ported, is_roaming, ...rest } = parsed.data;
  const { country, country_code, current_mcc, current_mnc, current_operator } = rest;
  const { original_mcc, original_mnc, original_operator, ported, roaming, ...other } = rest;
  const digits = digitsOf(mobile_number);
  const known = [country, country_code, current_mcc, current_operator, original_mcc];
  if (known.every((field) => field === null)) return null;
  const code = Number(country_code?.replace(/^\+/, ""));
  return {
    number: digits === null ? null : `+${digits}`,
    country,
    countryCode: Number.isInteger(code) && code > 0 ? code : null,
    currentMcc: current_mcc,
    currentMnc: current_mnc,
    currentOperator: current_operator,
    originalMcc: original_mcc,
    originalMnc: original_mnc,
    originalOperator: original_operator,
    ported: is_ported ?? ported,
    roaming: is_roaming ?? roaming,
    other: withoutKnown(other),
  };
}

function withoutKnown(fields: Record<string, unknown>): Record<string, unknown> {
  const known = new Set(Object.keys(item.shape));
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !known.has(name)));
}
