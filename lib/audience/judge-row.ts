import type { CountryCode } from "@/lib/phone/country";
import type { InvalidReason } from "@/lib/phone/invalid-reason";
import { isBlank } from "@/lib/phone/is-blank";
import { normalise } from "@/lib/phone/normalise";
import type { NumberType } from "@/lib/phone/number-type";
import { readCountry } from "@/lib/phone/read-country";
import type { CleanOptions } from "./protocol";

export type RowVerdict =
  | { kind: "blank" }
  | { kind: "invalid"; reason: InvalidReason; readAs: CountryCode | null; type: NumberType | null }
  | {
      kind: "contact";
      e164: string;
      country: string;
      type: NumberType;
      readAs: CountryCode | null;
    };

export type RowOptions = Pick<
  CleanOptions,
  "countryColumn" | "defaultCountry" | "excludedTypes"
> & {
  phoneColumn: number;
};

export type RowJudge = (record: readonly string[]) => RowVerdict;

/** Country columns have few values; a column of something else must not fill the memory. */
const MAX_REMEMBERED = 1_000;
const BLANK: RowVerdict = { kind: "blank" };

/**
 * Makes the judge of a list's rows. A row's own country comes before the default one; one that
 * can't be read is never replaced by the default, it only lets numbers with a calling code pass.
 */
export function rowJudge(options: RowOptions): RowJudge {
  const { phoneColumn, countryColumn, defaultCountry } = options;
  const excluded = new Set(options.excludedTypes);
  const countries = new Map<string, CountryCode | "unknown" | "blank">();

  function countryOf(record: readonly string[]): CountryCode | "unknown" | "blank" {
    if (countryColumn === null) return "blank";
    const cell = record[countryColumn] ?? "";
    const known = countries.get(cell);
    if (known) return known;
    const country = isBlank(cell) ? "blank" : (readCountry(cell) ?? "unknown");
    if (countries.size < MAX_REMEMBERED) countries.set(cell, country);
    return country;
  }

  return (record) => {
    const cell = record[phoneColumn] ?? "";
    if (isBlank(cell)) return BLANK;
    const own = countryOf(record);
    const readAs = own === "blank" ? defaultCountry : own === "unknown" ? null : own;
    const read = normalise(cell, { defaultCountry: readAs ?? undefined });
    if (!read.ok) {
      const unknown = own === "unknown" && read.reason === "no_country";
      return {
        kind: "invalid",
        reason: unknown ? "unknown_country" : read.reason,
        readAs,
        type: null,
      };
    }
    const { e164, country, type } = read;
    if (excluded.has(type)) return { kind: "invalid", reason: "excluded_type", readAs, type };
    return { kind: "contact", e164, country, type, readAs };
  };
}
