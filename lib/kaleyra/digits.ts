const E164 = /^\+?[1-9]\d{6,14}$/;

/**
 * The digits by which addresses of the same device are matched: `+1 415 555 2671`, `14155552671`
 * and `chat:14155552671` are one. Null when the address is no E.164 number.
 */
export function digitsOf(address: unknown): string | null {
  if (typeof address !== "string" && typeof address !== "number") return null;
  const given = String(address);
  const number = E164.test(given) ? given : bareOf(given);
  if (!E164.test(number)) return null;
  return number.startsWith("+") ? number.slice(1) : number;
}

/** An address without a scheme and without punctuation. */
function bareOf(address: string): string {
  return address
    .trim()
    .replace(/^(?:chat|tel|sip):/i, "")
    .replace(/[\s().-]/g, "");
}
