import { z } from "zod";
import { cleanText } from "./clean-text";
import { digitsOf } from "./digits";
import { holdsSomething } from "./holds-something";
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
  /** Every further field, and any that can't be read, as Kaleyra sent it, within `unknownFields`' bounds. */
  other: Record<string, unknown>;
}

const item = z.record(z.string(), z.unknown());

const readText = (value: unknown) => cleanText(value, 200);

/** How each known field is read; null: not given, or not to be read. */
const READERS = new Map<string, (value: unknown) => unknown>([
  ["lookup_id", readText],
  ["mobile_number", digitsOf],
  ["country", readText],
  ["country_code", readCode],
  ["current_mcc", readText],
  ["current_mnc", readText],
  ["current_operator", readText],
  ["original_mcc", readText],
  ["original_mnc", readText],
  ["original_operator", readText],
  ["ported", readFlag],
  ["is_ported", readFlag],
  ["roaming", readFlag],
  ["is_roaming", readFlag],
]);

const OF_NETWORK = /^(?:current|original)_/;

/**
 * Whether an item tells anything of a number's network. Its country is known before the lookup is
 * through, and what is not filled yet may read as false or 0.
 */
const tells = (given: Record<string, unknown>): boolean =>
  [...READERS].some(([name, read]) => {
    const value = given[name];
    if (!holdsSomething(value)) return false;
    if (read === readFlag) return readFlag(value) !== false;
    return OF_NETWORK.test(name) && Number(value) !== 0;
  });

/**
 * Reads one item of the details answer. Null while it tells nothing of the number's network:
 * the lookup is still under way.
 *
 * @see Kaleyra, GET API Lookup, whose items have the same fields
 */
export function readNumberDetails(value: unknown): NumberDetails | null {
  const parsed = item.safeParse(value);
  if (!parsed.success) return null;
  const given = parsed.data;
  if (!tells(given)) return null;
  const digits = digitsOf(given.mobile_number);
  return {
    number: digits === null ? null : `+${digits}`,
    country: readText(given.country),
    countryCode: readCode(given.country_code),
    currentMcc: readText(given.current_mcc),
    currentMnc: readText(given.current_mnc),
    currentOperator: readText(given.current_operator),
    originalMcc: readText(given.original_mcc),
    originalMnc: readText(given.original_mnc),
    originalOperator: readText(given.original_operator),
    ported: readFlag(given.is_ported) ?? readFlag(given.ported),
    roaming: readFlag(given.is_roaming) ?? readFlag(given.roaming),
    other: unknownFields(Object.fromEntries(Object.entries(given).filter(isLeft))),
  };
}

/** Whether a field would be lost if it were not kept as it is. */
function isLeft([name, value]: [string, unknown]): boolean {
  const read = READERS.get(name);
  return read === undefined || (holdsSomething(value) && read(value) === null);
}

function readCode(value: unknown): number | null {
  const code = Number(readText(value)?.replace(/^\+/, ""));
  return Number.isInteger(code) && code > 0 && code < 1e7 ? code : null;
}

function readFlag(value: unknown): boolean | null {
  if (typeof value === "boolean") return value;
  const word = cleanText(value, 10)?.toLowerCase() ?? "";
  if (["true", "yes", "y", "1"].includes(word)) return true;
  return ["false", "no", "n", "0"].includes(word) ? false : null;
}
