import { hash32 } from "./hash";

const ID = /^([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12}):\d+$/;

/** What a lookup id says: ids hold their own data, so that the sandbox need not remember them. */
export interface LookupTicket {
  /** E.164 with `+`. */
  number: string;
  /** When it was asked for, in milliseconds since 1970. */
  requestedAt: number;
}

/** The id of a lookup, formed as Kaleyra's are: a UUID, a colon, a count from 1. */
export function makeLookupId({ number, requestedAt }: LookupTicket, index: number): string {
  const digits = Number(number.slice(1)).toString(16).padStart(13, "0");
  const data = digits + requestedAt.toString(16).padStart(11, "0");
  const hex = data + checkOf(data);
  const groups = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
  return `${groups.join("-")}-${hex.slice(20)}:${index + 1}`;
}

/** Reads an id; null when the sandbox never made it. */
export function readLookupId(id: string): LookupTicket | null {
  const hex = ID.exec(id)?.slice(1).join("") ?? "";
  const data = hex.slice(0, 24);
  if (hex === "" || checkOf(data) !== hex.slice(24)) return null;
  return {
    number: `+${Number.parseInt(data.slice(0, 13), 16)}`,
    requestedAt: Number.parseInt(data.slice(13), 16),
  };
}

function checkOf(data: string): string {
  return hash32(data).toString(16).padStart(8, "0");
}
