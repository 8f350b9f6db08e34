import { SINGLE_FAILURES } from "@/lib/kaleyra/fixtures/single-device-lookup";
import { normaliseAddress } from "../addresses";
import { devicesFor } from "../devices";
import type { Struck } from "../faults/struck";
import { type Handled, unbilled } from "../reply";

/**
 * Single Device Lookup and Single Number Capability Check, which share their path. The older
 * document writes a bare `+` into the URL and gets the address without one; the newer writes
 * `%2B`, or nothing, and gets it with `+`.
 *
 * @param segment the last part of the path, as it was sent
 */
export function singleLookup(segment: string, struck: Struck): Handled {
  if (segment === "") return unbilled(SINGLE_FAILURES.missing);
  const number = normaliseAddress(decode(segment));
  if (number === null) return unbilled(SINGLE_FAILURES.invalid);
  if (struck("rejected", number)) return unbilled(SINGLE_FAILURES.invalid, [number]);
  const address = segment.startsWith("+") ? number.slice(1) : number;
  const body = {
    code: "RCS702",
    message: "Device Lookup successful",
    // Struck by `foreign` it is the other number's device that stands alone.
    data: devicesFor(number, onlyOne(struck), address).at(-1) ?? {},
    error: {},
  };
  return { reply: { status: 200, body }, asked: [number], billed: [number] };
}

/** A single answer has room for one device: it can't be doubled or contradict itself. */
function onlyOne(struck: Struck): Struck {
  return (fault, number) =>
    fault !== "doubled" && fault !== "contradicted" && struck(fault, number);
}

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
