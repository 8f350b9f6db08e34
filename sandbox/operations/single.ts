import { SINGLE_FAILURES } from "@/lib/kaleyra/fixtures/single-device-lookup";
import { normaliseAddress } from "../addresses";
import { deviceOf } from "../device";
import { type Handled, unbilled } from "../reply";

/**
 * Single Device Lookup and Single Number Capability Check, which share their path. The older
 * document writes a bare `+` into the URL and gets the address without one; the newer writes
 * `%2B`, or nothing, and gets it with `+`.
 *
 * @param segment the last part of the path, as it was sent
 */
export function singleLookup(segment: string): Handled {
  if (segment === "") return unbilled(SINGLE_FAILURES.missing);
  const number = normaliseAddress(decode(segment));
  if (number === null) return unbilled(SINGLE_FAILURES.invalid);
  const address = segment.startsWith("+") ? number.slice(1) : number;
  const body = {
    code: "RCS702",
    message: "Device Lookup successful",
    data: deviceOf(number, address),
    error: {},
  };
  return { reply: { status: 200, body }, asked: [number], billed: true };
}

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
