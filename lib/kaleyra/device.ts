import { cleanText } from "./clean-text";
import { digitsOf } from "./digits";
import { isError } from "./stated-error";

const MAX_TEXT = 100;
const DOCUMENTED_STATUSES = new Set(["ACTIVE", "INACTIVE", "UNKNOWN"]);

/** One entry of an answer. */
export interface Device {
  digits: string;
  rcs: boolean;
  carrier: string | null;
  carrierStatus: string | null;
  /** `rcsEnabled` came as text. */
  asText: boolean;
}

/** An entry that names a number, but does not say whether it has RCS, or that its lookup failed. */
export interface UnreadableDevice {
  digits: string | null;
  rcs: null;
}

/** Reads one device object, such as all lookups answer with. */
export function readDevice(value: unknown): Device | UnreadableDevice {
  if (!isObject(value)) return { digits: null, rcs: null };
  const { deviceAddress, carrierId, carrierStatus, rcsEnabled, error } = value;
  // One table of the documents calls the address an "Array of String".
  const digits = digitsOf(Array.isArray(deviceAddress) ? deviceAddress[0] : deviceAddress);
  const rcs = isError(error) ? null : readFlag(rcsEnabled);
  if (digits === null || rcs === null) return { digits, rcs: null };
  return {
    digits,
    rcs,
    carrier: cleanText(carrierId, MAX_TEXT),
    carrierStatus: readStatus(carrierStatus),
    asText: typeof rcsEnabled === "string",
  };
}

/** Whether an entry says of a number whether it has RCS. */
export const isReadable = (value: unknown): boolean => readDevice(value).rcs !== null;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The documented words in whatever case they come, so that each is counted once; others as is. */
function readStatus(value: unknown): string | null {
  const given = cleanText(value, MAX_TEXT);
  const word = given?.toUpperCase() ?? "";
  return DOCUMENTED_STATUSES.has(word) ? word : given;
}

/** The tables of the documents quote `rcsEnabled` as "true", their samples do not. */
function readFlag(value: unknown): boolean | null {
  if (typeof value === "boolean") return value;
  if (typeof value !== "string") return null;
  const word = value.trim().toLowerCase();
  return word === "true" ? true : word === "false" ? false : null;
}
