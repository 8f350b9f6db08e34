/**
 * What a plain worker does: PapaParse row by row, libphonenumber-js on the phone cell, a Set.
 * Bundled by `measure-rival.ts` and run in the browser beside ours.
 */
import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import Papa from "papaparse";
import { verdictHash } from "./verdict-hash";

/** `judge` false: the rows and the Set alone. */
export type RivalTask = { file: File; phoneColumn: number; judge: boolean };
/** Posted behind "done": the hash of each row below the header; see `verdictHash`. */
export type RivalVerdicts = number[];

self.addEventListener("message", ({ data }: MessageEvent<RivalTask>) => {
  const { file, phoneColumn, judge } = data;
  const numbers = new Set<string>();
  const verdicts: string[] = [];
  Papa.parse<string[]>(file, {
    skipEmptyLines: true,
    step: ({ data: cells }) => {
      const cell = cells[phoneColumn] ?? "";
      if (!judge) {
        numbers.add(cell);
        return;
      }
      if (cell.trim() === "") {
        verdicts.push("blank");
        return;
      }
      const parsed = parsePhoneNumberFromString(cell, { defaultCountry: "US", extract: false });
      if (!parsed?.isValid()) {
        verdicts.push("invalid");
        return;
      }
      verdicts.push(numbers.has(parsed.number) ? `duplicate ${parsed.number}` : parsed.number);
      numbers.add(parsed.number);
    },
    complete: () => {
      self.postMessage("done");
      self.postMessage(verdicts.slice(1).map(verdictHash) satisfies RivalVerdicts);
    },
  });
});
