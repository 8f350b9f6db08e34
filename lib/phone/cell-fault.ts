import type { InvalidReason } from "./invalid-reason";
import { looksLikeDate } from "./looks-like-date";

const SCIENTIFIC = /^[+-]?\d+(?:[.,]\d*)?\s*e\s*[+-]?\s*\d{1,3}$/i;
/** What people and programs write where there is no number; Excel's error values among them. */
const PLACEHOLDER =
  /^(?:[-+_.?*/~#x,;:|()[\] ]*|[+(]*0[0 .()/-]*|#?n[/.]?\s?a\.?|#(?:ref|value|name|num|null|div\/0|spill|calc|field|getting_data)[!?]?|null|nil|none|nan|undefined|unknown|blank|empty|missing|tbd|tba|no|no (?:phone|number|mobile)|not (?:available|applicable|provided|given|known))$/i;
const BRACKETED = /^[<([{](.*)[>)\]}]$/;

/**
 * What is wrong with a text (see `plainText`) that is no phone number in any spelling. Decided
 * before any digit is read, because each of these could pass as some number somewhere.
 */
export function cellFault(text: string): InvalidReason | undefined {
  if (text.length > 60) return undefined;
  const inner = BRACKETED.exec(text)?.[1] ?? text;
  if (PLACEHOLDER.test(inner)) return "placeholder";
  // The last digits are gone; padding with zeros would make another person's number of it.
  if (SCIENTIFIC.test(text)) return "scientific_notation";
  if (looksLikeDate(text)) return "date";
  return undefined;
}
