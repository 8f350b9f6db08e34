import { analyse } from "chardet";

/** Where nothing else is more likely: what Excel writes as "CSV" in the western world. */
const FALLBACK = "windows-1252";
const SAMPLE_BYTES = 64 * 1024;
/** Multi-byte guesses (Shift_JIS, GB18030…) on little text are noise below this. */
const SURE = 50;
const SINGLE_BYTE = /^(?:iso-8859-|windows-|koi8)/i;

/**
 * The encoding of a file by its first bytes, as a TextDecoder label: byte-order marks, UTF-16
 * without one, UTF-8 when it is valid, else what chardet finds most likely.
 */
export function detectEncoding(head: Uint8Array): string {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return utf16WithoutMark(head) ?? (isUtf8(head) ? "utf-8" : oldEncoding(head));
}

/** Latin text in UTF-16 has a zero in nearly every second byte, and hardly any in the others. */
function utf16WithoutMark(head: Uint8Array): string | undefined {
  const pairs = Math.min(head.length, SAMPLE_BYTES) >> 1;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < pairs * 2; at += 2) {
    if (head[at] === 0 && isText(head[at + 1])) even += 1;
    if (head[at + 1] === 0 && isText(head[at])) odd += 1;
  }
  if (odd > pairs * 0.4 && even < pairs * 0.02) return "utf-16le";
  if (even > pairs * 0.4 && odd < pairs * 0.02) return "utf-16be";
  return undefined;
}

function isText(byte = 0): boolean {
  return byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}

function isUtf8(head: Uint8Array): boolean {
  try {
    // As a stream, so that a character cut off at the end is no fault.
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function oldEncoding(head: Uint8Array): string {
  const first = head.findIndex((byte) => byte > 0x7f);
  const start = Math.max(0, first - SAMPLE_BYTES / 2);
  const matches = analyse(head.subarray(start, start + SAMPLE_BYTES));
  const likely = matches.find(
    ({ name, confidence }) =>
      confidence > 0 && (isSingleByte(name) || confidence >= SURE) && isKnown(name),
  );
  return likely ? new TextDecoder(likely.name).encoding : FALLBACK;
}

/** Whether each byte is a character in an encoding, by its TextDecoder label. */
export function isSingleByte(encoding: string): boolean {
  return SINGLE_BYTE.test(encoding);
}

function isKnown(label: string): boolean {
  try {
    // UTF-8 was ruled out before.
    return new TextDecoder(label).encoding !== "utf-8";
  } catch {
    return false;
  }
}
