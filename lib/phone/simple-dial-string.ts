import type { DialString } from "./dial-string";

const ZERO = 0x30;
const NINE = 0x39;
const PLUS = 0x2b;
const OPEN = 0x28;
/** Fewer may be a date; more are several numbers. */
const FEWEST_DIGITS = 9;
const MOST_DIGITS = 20;
const MAX_CHARS = 40;
/** A shorter end could be a spreadsheet's decimals: `4155552671.0`. */
const SHORTEST_END = 3;

/**
 * Reads a cell that holds nothing but a number's digits, a plus before them, and spaces, dots,
 * dashes and round brackets between them, as `readDialString` reads it, in one pass. Undefined for
 * any other cell, about which this says nothing.
 */
export function readSimpleDialString(cell: string): DialString | undefined {
  if (cell.length < FEWEST_DIGITS || cell.length > MAX_CHARS) return undefined;
  let digits = "";
  let from = 0;
  let international = false;
  let started = false;
  let onlyZeros = true;
  for (let at = 0; at < cell.length; at += 1) {
    const sign = cell.charCodeAt(at);
    if (sign >= ZERO && sign <= NINE) {
      started = true;
      if (sign !== ZERO) onlyZeros = false;
      continue;
    }
    if (sign === PLUS) {
      if (started || international) return undefined;
      international = true;
    } else if (!isBetween(sign) || !(started || international || sign === OPEN)) {
      return undefined;
    }
    if (at > from) digits += cell.slice(from, at);
    from = at + 1;
  }
  if (onlyZeros || cell.length - from < SHORTEST_END) return undefined;
  digits = from === 0 ? cell : digits + cell.slice(from);
  if (digits.length < FEWEST_DIGITS || digits.length > MOST_DIGITS) return undefined;
  return { ok: true, digits, international, text: cell };
}

/** A space, a bracket, a dash or a dot. */
function isBetween(sign: number): boolean {
  return sign === 0x20 || sign === OPEN || sign === 0x29 || sign === 0x2d || sign === 0x2e;
}
