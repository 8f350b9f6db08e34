import type { CountryCode } from "./country";
import type { NumberType } from "./number-type";

/** A number in use, as far as its country's numbering plan tells. */
export type JudgedNumber = {
  /** ITU-T E.164 with a plus, at most 15 digits. */
  e164: string;
  /** ISO 3166-1 alpha-2, or "001" for numbers that belong to no country. */
  country: string;
  type: NumberType;
  /** Digits after the calling code, without a trunk prefix. */
  national: string;
};

/** In digits. E.164 ends at 15, and Kaleyra takes no fewer than 7; libphonenumber knows some beyond both. */
export const SHORTEST_E164 = 7;
export const LONGEST_E164 = 15;

/** Judges digits, with or without a leading plus; without one as dialled within the country. */
export type Judge = (number: string, country?: CountryCode) => JudgedNumber | undefined;
