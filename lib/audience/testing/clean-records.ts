import { AudienceCleaner, type ReadyOptions } from "../clean";
import type { CleanedAudience } from "../cleaned-audience";

/** A file without a header, whose first column holds numbers of the United States. */
export const OPTIONS: ReadyOptions = {
  hasHeader: false,
  phoneColumn: 0,
  countryColumn: null,
  defaultCountry: "US",
  keptColumns: [],
  keep: "first",
  excludedTypes: [],
  corrections: [],
};

/** Cleans records that stand on the lines from 1. */
export function cleanRecords(
  records: string[][],
  options: Partial<ReadyOptions> = {},
): CleanedAudience {
  const cleaner = new AudienceCleaner({ ...OPTIONS, ...options });
  cleaner.add(records, 1);
  return cleaner.finish();
}
