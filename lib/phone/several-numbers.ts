const SEPARATOR = /[,;|&/]|\s(?:or|and|und|oder|ou|et|y|o|e)\s/i;
/** The shortest local number; shorter parts are area codes or groups of digits. */
const SHORTEST = 7;

/**
 * Whether a text holds more than one number: two parts long enough, or one and a changed ending
 * (`415-555-2671/72`). A slash after an area code (`030/1234567`) parts nothing.
 */
export function holdsSeveralNumbers(text: string): boolean {
  if (text.indexOf("+", 1) > 0 && /\d.*\+/.test(text)) return true;
  const parts = text
    .split(SEPARATOR)
    .map((part) => part.replace(/\D/g, "").length)
    .filter((digits) => digits > 0);
  if (parts.length < 2) return false;
  return (parts[0] ?? 0) >= SHORTEST || parts.filter((digits) => digits >= SHORTEST).length > 1;
}
