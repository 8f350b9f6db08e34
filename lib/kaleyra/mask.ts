const HIDDEN = "•";

/**
 * A phone number that may stand in a log: `+14155552671` becomes `+1415•••••71`. At least four
 * digits are hidden, all of them when there are fewer than seven.
 */
export function maskNumber(number: string): string {
  const plus = number.startsWith("+") ? "+" : "";
  const digits = number.replace(/\D/g, "");
  if (digits.length < 7) return plus + HIDDEN.repeat(digits.length);
  const head = digits.slice(0, Math.min(4, digits.length - 6));
  const tail = digits.slice(-2);
  return plus + head + HIDDEN.repeat(digits.length - head.length - tail.length) + tail;
}

/** Masks whatever looks like a phone number in a text: seven digits or more, with separators. */
export function maskNumbersIn(text: string): string {
  return text.replace(/\+?\d(?:[\s().-]{0,2}\d){6,}/g, maskNumber);
}
