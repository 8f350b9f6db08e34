import { countryName } from "./country-name";
import type { InvalidReason } from "./invalid-reason";

/** The rejected cell as it was, and the country (ISO 3166-1 alpha-2) it was read under, if any. */
export type RejectedCell = { cell: string; country?: string | null | undefined };

const SHOWN_CHARS = 40;

const EXPLANATIONS: Record<InvalidReason, (rejected: RejectedCell) => string> = {
  scientific_notation: ({ cell }) =>
    `Excel turned this number into ${shown(cell)} and dropped its last digits: export the column as text.`,
  placeholder: ({ cell }) =>
    `“${shown(cell)}” stands where a number is missing: fill in the number or leave the cell empty.`,
  date: ({ cell }) =>
    `“${shown(cell)}” is a date or a time: check that the right column is chosen.`,
  several_numbers: () => "The cell holds more than one number: give each a row of its own.",
  short_code: ({ cell }) =>
    `${shown(cell)} is a short number, not the full number of a phone: write all its digits.`,
  extension_only: () => "This is only an extension: write the full number.",
  hidden_digits: () => "Some digits are hidden: export the column with the numbers in full.",
  no_digits: () => "The cell has no digits: check that the right column is chosen.",
  letters: () => "There are letters or signs beside the number: leave only the number.",
  too_short: (rejected) => `The number is too short${within(rejected)}: look for a missing digit.`,
  too_long: (rejected) => `The number is too long${within(rejected)}: look for an extra digit.`,
  no_country: () =>
    "The number has no calling code: choose a default country or a country column, or write it with + and the calling code.",
  unknown_country: () =>
    "The country in this row can't be read: use its name or its two-letter code, or write the number with + and the calling code.",
  unknown_calling_code: () =>
    "No country has the calling code that this number starts with: check the first digits.",
  not_a_valid_number: (rejected) =>
    `The length is right, but no such number exists${within(rejected)}: look for a wrong digit.`,
  excluded_type: () => "You left out numbers of this type: change that choice to keep it.",
};

const TITLES: Record<InvalidReason, string> = {
  scientific_notation: "Digits lost in Excel",
  placeholder: "Placeholder instead of a number",
  date: "Date or time",
  several_numbers: "Several numbers in one cell",
  short_code: "Short code",
  extension_only: "Only an extension",
  hidden_digits: "Hidden digits",
  no_digits: "No digits",
  letters: "Letters or other signs",
  too_short: "Too short",
  too_long: "Too long",
  no_country: "Country missing",
  unknown_country: "Country not recognised",
  unknown_calling_code: "Unknown calling code",
  not_a_valid_number: "No such number",
  excluded_type: "Type left out",
};

/** One plain sentence: what is wrong with a rejected cell and what to do about it. */
export function explainReason(reason: InvalidReason, rejected: RejectedCell): string {
  return EXPLANATIONS[reason](rejected);
}

/** A few words to group rejected rows under. */
export function reasonTitle(reason: InvalidReason): string {
  return TITLES[reason];
}

function shown(cell: string): string {
  const text = cell.trim();
  return text.length > SHOWN_CHARS ? `${text.slice(0, SHOWN_CHARS)}…` : text;
}

function within({ cell, country }: RejectedCell): string {
  // A number with its own calling code was judged by that, whatever the country of the list.
  if (!country || /^\W*(?:\+|00)/.test(cell)) return "";
  return ` for ${countryName(country)}`;
}
