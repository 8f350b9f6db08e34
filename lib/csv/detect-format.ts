import { type CsvFormat, DELIMITERS, type Delimiter } from "./csv-format";
import { parseText } from "./parse-text";

const SAMPLE_CHARS = 256 * 1024;
const SAMPLE_RECORDS = 100;
/** On a tie the sign that is rarer in names and prices wins. */
const RAREST_FIRST: readonly Delimiter[] = ["\t", "|", ";", ","];
const SEP_LINE = /^sep=([,;\t|])(?:\r\n|\r|\n)/i;

/** Finds delimiter and line ends in the first text of a file. One column needs no delimiter: comma. */
export function detectFormat(head: string): CsvFormat {
  const newline = head.includes("\r") && !head.includes("\n") ? "\r" : "\n";
  const sep = SEP_LINE.exec(head);
  const named = DELIMITERS.find((delimiter) => delimiter === sep?.[1]);
  if (sep && named) return { delimiter: named, newline, skip: sep[0].length };
  return { delimiter: detectDelimiter(head.slice(0, SAMPLE_CHARS), newline), newline, skip: 0 };
}

function detectDelimiter(sample: string, newline: "\n" | "\r"): Delimiter {
  let best: Delimiter = ",";
  let bestScore = 0;
  for (const delimiter of RAREST_FIRST) {
    const score = consistency(sample, delimiter, newline);
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

/** Share of records that have the commonest number of cells, more if the first one has it too. */
function consistency(sample: string, delimiter: Delimiter, newline: "\n" | "\r"): number {
  const { records } = parseText(sample, { delimiter, newline }, true, SAMPLE_RECORDS);
  const widths = records
    .filter((record) => record.length > 1 || record[0] !== "")
    .map((r) => r.length);
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [width = 1, count = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  if (width < 2) return 0;
  return count / widths.length + (widths[0] === width ? 0.5 : 0);
}
