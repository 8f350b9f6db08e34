/** Why a cell is not a usable phone number. A closed set: it is stored, filtered by and exported. */
export const INVALID_REASONS = [
  "scientific_notation",
  "placeholder",
  "date",
  "several_numbers",
  "short_code",
  "extension_only",
  "hidden_digits",
  "no_digits",
  "letters",
  "too_short",
  "too_long",
  "no_country",
  "unknown_country",
  "unknown_calling_code",
  "not_a_valid_number",
  "excluded_type",
] as const;

export type InvalidReason = (typeof INVALID_REASONS)[number];
