/** The kinds of number that libphonenumber tells apart, in the order in which lists show them. */
export const NUMBER_TYPES = [
  "mobile",
  "fixed_line_or_mobile",
  "fixed_line",
  "voip",
  "toll_free",
  "premium_rate",
  "shared_cost",
  "personal_number",
  "pager",
  "uan",
  "voicemail",
  "unknown",
] as const;

export type NumberType = (typeof NUMBER_TYPES)[number];

const LABELS: Record<NumberType, string> = {
  mobile: "Mobile",
  fixed_line_or_mobile: "Landline or mobile",
  fixed_line: "Landline",
  voip: "Internet phone (VoIP)",
  toll_free: "Toll-free",
  premium_rate: "Premium rate",
  shared_cost: "Shared cost",
  personal_number: "Personal number",
  pager: "Pager",
  uan: "Company number (UAN)",
  voicemail: "Voicemail",
  unknown: "Unknown type",
};

/** A plain English label. In countries such as the US most numbers are "Landline or mobile". */
export function numberTypeLabel(type: NumberType): string {
  return LABELS[type];
}
