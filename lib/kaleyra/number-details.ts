import { z } from "zod";
import { cleanText } from "./clean-text";
import { digitsOf } from "./digits";
import { unknownFields } from "./unknown-fields";

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
  /** Every further field, as Kaleyra sent it, within `unknownFields`' bounds. */
  other: Record<string, unknown>;
}

const item = z.record(z.string(), z.unknown());

const KNOWN = new Set([
  "lookup_id",
  "mobile_number",
  "country",
  "country_code",
  "current_mcc",
  "current_mnc",
  "current_operator",
  "original_mcc",
  "original_mnc",
  "original_operator",
  "ported",
  "is_ported",
  "roaming",
  "is_roaming",
]);

/**
 * Reads one item of the details answer. Null while it holds nothing but the number and its id:
 * the lookup is still under way.
 *
 * @see Kaleyra, GET API Lookup, whose items have the same fields
 */
export function readNumberDetails(value: unknown): NumberDetails | null {
  const parsed = item.safeParse(value);
  if (!parsed.success) return null;
  const given = parsed.data;
  const text = (name: string) => cleanText(given[name], 200);
  const told = ["country", "country_code", "current_mcc", "current_operator", "original_mcc"];
  if (told.every((name) => text(name) === null)) return null;
  const digits = digitsOf(given.mobile_number);
  const code = Number(text("country_code")?.replace(/^\+/, ""));
  return {
    number: digits === null ? null : `+${digits}`,
    country: text("country"),
    countryCode: Number.isInteger(code) && code > 0 && code < 1e7 ? code : null,
    currentMcc: text("current_mcc"),
    currentMnc: text("current_mnc"),
    currentOperator: text("current_operator"),
    originalMcc: text("original_mcc"),
    originalMnc: text("original_mnc"),
    originalOperator: text("original_operator"),
    ported: readFlag(given.is_ported ?? given.ported),
    roaming: readFlag(given.is_roaming ?? given.roaming),
    other: unknownFields(
      Object.fromEntries(Object.entries(given).filter(([name]) => !KNOWN.has(name))),
    ),
  };
}

function readFlag(value: unknown): boolean | null {
  if (typeof value === "boolean") return value;
  const word = cleanText(value, 10)?.toLowerCase() ?? "";
  if (["true", "yes", "y", "1"].includes(word)) return true;
  return ["false", "no", "n", "0"].includes(word) ? false : null;
}
