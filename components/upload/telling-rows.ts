import type { InvalidRow } from "@/lib/audience/protocol";

/** Invalid rows to look at first: some of each reason, rather than the first ones of one. */
export function tellingRows(rows: readonly InvalidRow[], most: number): InvalidRow[] {
  const seen = new Map<string, number>();
  const ranked = rows.map((row) => {
    const rank = seen.get(row.reason) ?? 0;
    seen.set(row.reason, rank + 1);
    return { row, rank };
  });
  return ranked
    .sort((a, b) => a.rank - b.rank || a.row.line - b.row.line)
    .slice(0, most)
    .map(({ row }) => row)
    .sort((a, b) => a.line - b.line);
}
