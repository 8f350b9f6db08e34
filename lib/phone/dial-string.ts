import { cellFault } from "./cell-fault";
import { isExtensionOnly, withoutExtension } from "./extension";
import type { InvalidReason } from "./invalid-reason";
import { holdsSeveralNumbers } from "./several-numbers";

/** What a cell asks to be dialled: its digits, and whether a plus says that a calling code comes first. */
export type DialString = {
  ok: true;
  digits: string;
  international: boolean;
  /** The text that the digits were read from. */
  text: string;
};
export type DialFault = { ok: false; reason: InvalidReason };

/** No spelling of one number is as long; libphonenumber reads no more either. */
const MAX_CHARS = 250;
const PLAIN = /^\+?[1-9]\d{6,14}$/;
const URI = /^tel:/i;
const LABEL = /^(?:tel(?:ephone)?|phone|ph|mobile|mob|cell)\s*[.:]+\s*(?=[+(\d])/i;
/** `4155552671.0`: how spreadsheets and data frames write a whole number. */
const WHOLE_NUMBER = /^(\+?\d{7,15})[.,]0{1,2}$/;
const THOUSANDS = /^\d{1,3}(?:,\d{3}){2,4}(?:\.00?)?$/;
const HIDDEN = /\d[\d\s().-]*[*x]{2}|[*x]{2}[\d\s().*x-]*\d/i;
const PUNCTUATED = /^[([]*\+?[\d\s().\-/[\]~,;|]+$/;
const HAS_DIGIT = /\d/;

/** Reads the text of a cell (see `plainText`) without any knowledge of countries. */
export function readDialString(text: string): DialString | DialFault {
  if (PLAIN.test(text)) return dial(text);
  if (text.length > MAX_CHARS) return refuse(longTextFault(text));
  const fault = cellFault(text);
  if (fault) return refuse(fault);
  if (!HAS_DIGIT.test(text)) return refuse("no_digits");
  const whole = wholeNumber(text);
  if (whole) return dial(whole);
  if (isExtensionOnly(text)) return refuse("extension_only");
  const number = withoutExtension(withoutLabel(text));
  if (HIDDEN.test(number)) return refuse("hidden_digits");
  if (holdsSeveralNumbers(number)) return refuse("several_numbers");
  const tidy = number.replace(/^\++/, "+").replace(/[\s.,;|]+$/, "");
  if (!PUNCTUATED.test(tidy)) return refuse("letters");
  return dial(tidy);
}

/** RFC 3966 URIs (`tel:+1-201-555-0123;ext=5;phone-context=…`) and a word in front, as in `Tel. 0…`. */
function withoutLabel(text: string): string {
  if (!URI.test(text)) return text.replace(LABEL, "");
  return text
    .slice(4)
    .trim()
    .replace(/;(?!ext=)[a-z-]+=[^;]*/gi, "");
}

function longTextFault(text: string): InvalidReason {
  const start = text.slice(0, MAX_CHARS);
  if (!HAS_DIGIT.test(start)) return "no_digits";
  return holdsSeveralNumbers(start) ? "several_numbers" : "letters";
}

function wholeNumber(text: string): string | undefined {
  const whole = WHOLE_NUMBER.exec(text)?.[1];
  if (whole) return whole;
  return THOUSANDS.test(text) ? text.replace(/\.00?$/, "").replace(/,/g, "") : undefined;
}

function dial(text: string): DialString {
  return { ok: true, digits: text.replace(/\D/g, ""), international: text.includes("+"), text };
}

function refuse(reason: InvalidReason): DialFault {
  return { ok: false, reason };
}
