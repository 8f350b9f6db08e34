import { CsvDecoder } from "@/lib/csv/csv-decoder";
import { CsvStream } from "@/lib/csv/csv-stream";
import { AudienceCleaner, type ReadyOptions } from "./clean";
import { joinPiece } from "./join-piece";
import { CUTS, PARSED_CHARS } from "./limits";
import { type PiecePlan, pieceJudge, scanPiece } from "./scan-piece";

const SPELLINGS = [
  "(415) 555-",
  "415.555.",
  "+1415555",
  "415 555 ",
  "1415555",
  "+44740012",
  "n/a ",
];

const PLAN: PiecePlan = {
  encoding: "utf-8",
  format: { delimiter: ",", newline: "\n", skip: 0 },
  width: 4,
  options: { phoneColumn: 2, countryColumn: null, defaultCountry: "US", excludedTypes: [] },
  cuts: CUTS,
};

const OPTIONS: ReadyOptions = {
  ...PLAN.options,
  hasHeader: false,
  keptColumns: [],
  keep: "first",
  corrections: [],
};

/** So often the engine has to meet a function before it compiles it for good. */
const ROUNDS = 16;

/**
 * Reads and judges lines that nobody gave, until the engine has compiled what a piece of a large
 * file needs: while the person still looks for it, nothing waits for that.
 */
export function warmUpScan(): void {
  const bytes = pieceOf();
  const judge = pieceJudge(PLAN.options);
  for (let round = 0; round < ROUNDS; round += 1) scanPiece(bytes, PLAN, judge);
}

/**
 * The same for who reads the first piece and puts the others together. Between two rounds it answers
 * whatever it is asked.
 */
export async function warmUpJoin(): Promise<void> {
  const bytes = pieceOf();
  const text = new TextDecoder().decode(bytes);
  const columns = [PLAN.options.phoneColumn];
  const reading = {
    decoder: new CsvDecoder(PLAN.encoding),
    stream: new CsvStream(PLAN.format, columns),
  };
  const judge = pieceJudge(PLAN.options);
  const cleaner = new AudienceCleaner(OPTIONS);
  for (let round = 0; round < ROUNDS; round += 1) {
    const { firstLine, records } = reading.stream.push(text);
    cleaner.add(records, firstLine);
    const piece = { bytes, scanned: scanPiece(bytes, PLAN, judge) };
    for (const { records, firstLine, verdicts } of joinPiece(piece, PLAN, columns, reading) ?? []) {
      cleaner.add(records, firstLine, verdicts);
    }
    await new Promise((resolve) => setTimeout(resolve));
  }
}

function pieceOf(): Uint8Array<ArrayBuffer> {
  let text = "";
  for (let line = 0; text.length < PARSED_CHARS; line += 1) {
    const phone = `${SPELLINGS[line % SPELLINGS.length]}${1000 + (line % 9000)}`;
    text += `${line},"Lee, ${line}",${phone},name@example.com\n`;
  }
  return new TextEncoder().encode(text);
}
