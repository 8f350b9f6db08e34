import { headerIndex } from "./head";

/** The server keeps no longer names. */
const MAX_NAME_CHARS = 100;

/** A name for each column, none twice: the header's, or "Column 3" where there is none. */
export function columnNames(records: readonly string[][], hasHeader: boolean): string[] {
  const header = hasHeader ? (records[headerIndex(records)] ?? []) : [];
  const width = widthOf(records);
  const taken = new Set<string>();
  const names: string[] = [];
  for (let index = 0; index < width; index += 1) {
    const given = (header[index] ?? "").trim().replace(/\s+/g, " ").slice(0, MAX_NAME_CHARS);
    const name = unused(given || `Column ${index + 1}`, taken);
    taken.add(name);
    names.push(name);
  }
  return names;
}

/** Cells of the header or of the widest of the first rows; a ragged row far below can't add a column. */
function widthOf(records: readonly string[][]): number {
  return records.reduce((width, record) => Math.max(width, record.length), 0);
}

function unused(name: string, taken: Set<string>): string {
  if (!taken.has(name)) return name;
  let count = 2;
  while (taken.has(`${name} (${count})`)) count += 1;
  return `${name} (${count})`;
}
