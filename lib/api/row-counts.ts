import type { RowCounts } from "./runs";

/** Rows that are accounted for: all of the file's, once its upload is complete. */
export function sumOfRows(counts: Omit<RowCounts, "rows">): number {
  const { unique, duplicates, invalid, blank, erased } = counts;
  return unique + duplicates + invalid + blank + erased;
}
