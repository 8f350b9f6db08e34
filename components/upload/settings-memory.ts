import { z } from "zod";
import type { CountryOption } from "@/components/ui/country-field";
import type { CleanOptions, Inspection } from "@/lib/audience/protocol";
import { NUMBER_TYPES } from "@/lib/phone/number-type";
import { isCountryCode } from "./is-country-code";

const STORAGE_KEY = "rcs-reach:upload-settings";
const MOST = 20;

const settings = z.object({
  accountId: z.string(),
  /** The names of the columns, by which a list of the same kind is known again. */
  headers: z.array(z.string()),
  phoneColumn: z.string(),
  countryColumn: z.string().nullable(),
  defaultCountry: z.string().nullable(),
  /** What the list itself suggested for it. */
  proposedCountry: z.string().nullable(),
  keptColumns: z.array(z.string()),
  keep: z.enum(["first", "last"]),
  excludedTypes: z.array(z.enum(NUMBER_TYPES)),
});
/** How a list was read when it was started last. Names of columns only, nothing of the people in it. */
export type UploadSettings = z.output<typeof settings>;

const names = ({ columns }: Inspection) => columns.map(({ name }) => name);

/** What is worth keeping of the choices; null for a list without names of columns. */
export function settingsOf(
  accountId: string,
  inspection: Inspection,
  options: CleanOptions,
): UploadSettings | null {
  const headers = names(inspection);
  const nameOf = (column: number | null) => (column === null ? null : (headers[column] ?? null));
  const phoneColumn = nameOf(options.phoneColumn);
  if (!options.hasHeader || phoneColumn === null) return null;
  const { defaultCountry, keep, excludedTypes } = options;
  return {
    accountId,
    headers,
    phoneColumn,
    countryColumn: nameOf(options.countryColumn),
    defaultCountry,
    proposedCountry: inspection.proposal.defaultCountry,
    keptColumns: options.keptColumns.flatMap((column) => headers[column] ?? []),
    keep,
    excludedTypes,
  };
}

/**
 * What remembered settings change of the proposed choices; null when they are of another kind of
 * list. The default country is taken only where the list suggests what it suggested then: the same
 * export of another country has the same columns.
 */
export function applySettings(
  inspection: Inspection,
  remembered: UploadSettings,
  countries: readonly CountryOption[],
): Partial<CleanOptions> | null {
  const headers = names(inspection);
  const isSame =
    inspection.hasHeader &&
    headers.length === remembered.headers.length &&
    headers.every((header, index) => header === remembered.headers[index]);
  const phoneColumn = headers.indexOf(remembered.phoneColumn);
  if (!isSame || phoneColumn === -1) return null;
  const country =
    remembered.countryColumn === null ? -1 : headers.indexOf(remembered.countryColumn);
  const { defaultCountry: proposed } = inspection.proposal;
  const known = remembered.defaultCountry ?? "";
  const wanted = isCountryCode(known, countries) ? known : null;
  return {
    phoneColumn,
    countryColumn: country === -1 ? null : country,
    defaultCountry: proposed === remembered.proposedCountry ? wanted : proposed,
    keptColumns: remembered.keptColumns
      .map((name) => headers.indexOf(name))
      .filter((index) => index !== -1),
    keep: remembered.keep,
    excludedTypes: remembered.excludedTypes,
  };
}

/** Whether changes would change anything. */
export function isChange(options: CleanOptions, changes: Partial<CleanOptions>): boolean {
  return JSON.stringify({ ...options, ...changes }) !== JSON.stringify(options);
}

/** Keeps settings in this browser, in place of earlier ones for the same account and columns. */
export function rememberSettings(fresh: UploadSettings): void {
  const key = keyOf(fresh);
  const all = [fresh, ...recallAll().filter((known) => keyOf(known) !== key)].slice(0, MOST);
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(all));
  } catch {
    // A browser may refuse to remember anything; then the proposals have to do.
  }
}

/** The latest settings for a list with these columns, of an account that the user may use. */
export function recallSettings(
  inspection: Inspection,
  accountIds: readonly string[],
): UploadSettings | null {
  const headers = JSON.stringify(names(inspection));
  const fits = (known: UploadSettings) =>
    accountIds.includes(known.accountId) && JSON.stringify(known.headers) === headers;
  return recallAll().find(fits) ?? null;
}

function keyOf({ accountId, headers }: UploadSettings): string {
  return JSON.stringify([accountId, headers]);
}

function recallAll(): UploadSettings[] {
  try {
    return z.array(settings).parse(JSON.parse(localStorage.getItem(STORAGE_KEY) ?? "[]"));
  } catch {
    return [];
  }
}
