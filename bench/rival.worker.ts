/**
 * What a plain worker does: PapaParse row by row, libphonenumber-js on the phone cell, a Set. Bundled
 * by `rival-page.ts` and run in the browser beside ours.
 */
import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import Papa from "papaparse";
import { verdictHash } from "./verdict-hash";

/** `judge` false: the rows and the Set alone. */
export type RivalTask = { file: File; phoneColumn: number; judge: boolean };
/** `verdicts` is a hash for each row below the header; see `verdictHash`. */
export type RivalAnswer = { seconds: number; unique: number; verdicts: Uint32Array };

self.addEventListener("message", ({ data }: MessageEvent<RivalTask>) => {
  const { file, phoneColumn, judge } = data;
  const started = performance.now();
  const numbers = new Set<string>();
  const rows: string[] = [];
  Papa.parse<string[]>(file, {
    skipEmptyLines: true,
    step: ({ data: cells }) => {
      const cell = cells[phoneColumn] ?? "";
      if (!judge) {
        numbers.add(cell);
        return;
      }
      if (cell.trim() === "") {
        rows.push("blank");
        return;
      }
      const parsed = parsePhoneNumberFromString(cell, { defaultCountry: "US", extract: false });
      if (!parsed?.isValid()) {
        rows.push("invalid");
        return;
      }
      rows.push(numbers.has(parsed.number) ? `duplicate ${parsed.number}` : parsed.number);
      numbers.add(parsed.number);
    },
    complete: () => {
      const seconds = (performance.now() - started) / 1000;
      const verdicts = Uint32Array.from(rows.slice(1), verdictHash);
      self.postMessage({ seconds, unique: numbers.size, verdicts } satisfies RivalAnswer);
    },
  });
});
