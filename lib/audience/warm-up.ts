import { inspectHead, proposedOptions } from "./inspect";
import { previewHead } from "./preview";

/** Spelt in ways that several countries share, so that each of the likely ones is tried. */
const CELLS = ["(415) 555-2671", "020 7946 0018", "030 901820", "+44 7400 123456", "n/a"];

/**
 * Inspects a list that nobody gave: what the first one needs (the patterns of the likely countries,
 * the names of all) is made while the person still looks for it.
 */
export function warmUp(): void {
  const head = {
    fileName: "",
    fileSize: 0,
    source: {
      kind: "text",
      encoding: "utf-8",
      format: { delimiter: ",", newline: "\n", skip: 0 },
    },
    records: [["Phone", "Name"], ...CELLS.map((cell) => [cell, "Name"])],
    hasHeader: true,
    wholeFile: true,
  } as const;
  const records = head.records.map((record) => [...record]);
  const inspection = inspectHead({ ...head, records }, null);
  previewHead(records, proposedOptions(inspection));
}
