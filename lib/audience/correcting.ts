import { type RowOptions, type RowVerdict, rowJudge } from "./judge-row";
import { MAX_PHONE_CELL_CHARS } from "./limits";
import type { CleanOptions } from "./protocol";
import { cutText } from "./text-store";

export type Mended = { record: readonly string[]; verdict: RowVerdict & { kind: "contact" } };

/**
 * Makes what reads mended rows: by the very judge of all rows, with the user's text and country in
 * place of the row's own. Null where no correction
 * fits the row, or where it makes no number of it.
 */
export function rowMender(
  options: RowOptions & Pick<CleanOptions, "corrections">,
): (record: readonly string[], line: number) => Mended | null {
  const { phoneColumn } = options;
  const byLine = new Map(options.corrections.map((correction) => [correction.line, correction]));
  return (record, line) => {
    const correction = byLine.get(line);
    if (
      !correction ||
      cutText(record[phoneColumn] ?? "", MAX_PHONE_CELL_CHARS) !== correction.original
    )
      return null;
    const mended = record.slice();
    mended[phoneColumn] = correction.cell;
    const { country } = correction;
    const verdict = rowJudge({ ...options, countryColumn: null, defaultCountry: country })(mended);
    return verdict.kind === "contact" ? { record: mended, verdict } : null;
  };
}
