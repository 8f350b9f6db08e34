import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReadyOptions } from "./clean";
import { readHead } from "./head";
import { CUTS, type Cuts } from "./limits";
import { type PieceReader, readAlone } from "./read-pieces";
import { pieceJudge, type ScannedPiece, scanPiece } from "./scan-piece";
import { cleanedWhole } from "./testing/cleaned-whole";
import { BLANK } from "./verdict-columns";

/** Helpers in this very thread; `change` what one has made of a piece, or take it away. */
function helpers(
  change: (scanned: ScannedPiece, piece: number) => ScannedPiece | null = (scanned) => scanned,
): PieceReader {
  return (file, plan) => {
    const read = readAlone(file, plan.cuts);
    const judge = pieceJudge(plan.options);
    return async (start) => {
      const { bytes } = await read(start);
      const scanned = scanPiece(bytes, plan, judge);
      return { bytes, scanned: scanned && change(scanned, start / plan.cuts.readBytes) };
    };
  };
}

const phone = fc.oneof(
  fc.integer({ min: 4_155_552_000, max: 4_155_552_030 }).map(String),
  fc.constantFrom("(415) 555-2671", "+442079460018", "07911123456", "8002345678", "n/a", ""),
  fc.constantFrom(
    "４１５５５５２６７１",
    '"415 555 2671"',
    '"415\n5552672"',
    "415 555 2671 x5",
    "é",
  ),
);
const cell = fc.oneof(
  fc.constantFrom("", " ", "Ann", "Zoë 李雷 📱", '"Lee, Ann"', '"two\nlines"', '"a ""b"" c"'),
  fc.constantFrom(
    '"',
    '""',
    '"Bob "The Man" Lee"',
    'in"side',
    '"open',
    '"x" ',
    "\r",
    '"\r\n"',
    "US",
  ),
);
const regularCell = fc.constantFrom(
  "",
  "Ann",
  "Zoë 📱",
  '"Lee, Ann"',
  '"two\nlines\n"',
  '"a ""b"""',
);
const lineOf = (other: fc.Arbitrary<string>) =>
  fc.oneof(
    { weight: 12, arbitrary: fc.tuple(phone, other, other).map((cells) => cells.join(",")) },
    { weight: 1, arbitrary: fc.array(other, { maxLength: 5 }).map((cells) => cells.join(",")) },
  );
const text = fc
  .tuple(
    fc.constantFrom("", "\n\n", "\ufeff", "sep=,\n"),
    fc.oneof(
      fc.array(lineOf(regularCell), { minLength: 1, maxLength: 60 }),
      fc.array(lineOf(cell), { minLength: 1, maxLength: 60 }),
    ),
    fc.constantFrom("\n", "\r\n", "\r"),
    fc.boolean(),
  )
  .map(([start, lines, newline, ends]) =>
    [`${start}Phone,Name,Country`, ...lines, ...(ends ? [""] : [])].join(newline),
  );
const cuts: fc.Arbitrary<Cuts> = fc.record({
  readBytes: fc.integer({ min: 8, max: 400 }),
  parsedChars: fc.integer({ min: 5, max: 200 }),
  runIn: fc.integer({ min: 1, max: 80 }),
});
const options: fc.Arbitrary<ReadyOptions> = fc.record({
  hasHeader: fc.boolean(),
  phoneColumn: fc.constantFrom(0, 0, 0, 1, 4),
  countryColumn: fc.constantFrom(null, 2),
  defaultCountry: fc.constantFrom(null, "US" as const, "GB" as const),
  keptColumns: fc.uniqueArray(fc.nat(3), { maxLength: 3 }),
  keep: fc.constantFrom("first" as const, "last" as const),
  excludedTypes: fc.subarray(["toll_free" as const, "fixed_line" as const]),
  corrections: fc.subarray(
    [2, 3, 4, 5, 6, 7, 8, 9, 10, 20].map((line) => ({
      line,
      original: "n/a",
      reason: "placeholder" as const,
      cell: "415 555 2671",
      country: "US" as const,
    })),
  ),
});
/** What the bytes of a text may be; the last one breaks off being UTF-8 somewhere. */
const encoded: ((text: string) => Uint8Array<ArrayBuffer>)[] = [
  (text) => new TextEncoder().encode(text),
  (text) =>
    Uint8Array.from(text, (sign) => (sign.charCodeAt(0) < 0x100 ? sign.charCodeAt(0) : 0xe9)),
  (text) =>
    new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from(text, (s) => s.charCodeAt(0)).buffer),
    ]),
  (text) => new TextEncoder().encode(text).map((byte, at) => (at === 150 ? 0xe9 : byte)),
];

describe("a file whose pieces others have read", () => {
  it("comes to the same, whatever the file, the choices, the cuts, and the helpers that are lost", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(text, fc.constantFrom(...encoded), fc.double({ min: 0.1, max: 1, noNaN: true })),
        options,
        cuts,
        fc.infiniteStream(fc.integer({ min: 0, max: 9 })),
        async ([text, encode, headShare], options, cuts, dice) => {
          const bytes = encode(text);
          const file = new File([bytes], "list.csv");
          // A head that ends early knows nothing of a later encoding, or of the usual width.
          const headBytes = bytes.subarray(0, Math.ceil(bytes.length * headShare));
          const head = await readHead(new File([headBytes], "list.csv")).catch(() => null);
          fc.pre(head !== null);
          if (!head) return;
          const alone = await cleanedWhole(file, head, options, { cuts });
          const all = await cleanedWhole(file, head, options, { cuts, pieces: helpers() });
          expect(all).toEqual(alone);
          const lost = helpers((scanned) => (dice.next().value === 0 ? null : scanned));
          expect(await cleanedWhole(file, head, options, { cuts, pieces: lost })).toEqual(alone);
        },
      ),
      { numRuns: 1_000 },
    );
  }, 60_000);

  it("is joined of what they read, also where pieces begin within quotes; the irregular pieces are not", async () => {
    const notes = [
      "",
      "plain",
      '"Lee, Ann"',
      '"several\nlines\n\nof text"',
      "Zoë 李雷 📱",
      '"say ""hi"""',
    ];
    const lines = Array.from({ length: 200_000 }, (_, n) => {
      const cells = [n, notes[n % notes.length], `(415) 555-${1000 + (n % 9000)}`, "US"];
      return n === 100_000 || n === 150_000 ? '"Bob "The Man" Lee",x,n/a,US' : cells.join(",");
    });
    const file = new File([["id,note,phone,country", ...lines, ""].join("\r\n")], "list.csv");
    expect(file.size).toBeGreaterThan(7 * CUTS.readBytes);
    const head = await readHead(file);
    const options: ReadyOptions = {
      hasHeader: true,
      phoneColumn: 2,
      countryColumn: 3,
      defaultCountry: null,
      keptColumns: [1],
      keep: "last",
      excludedTypes: [],
      corrections: [],
    };
    const joined = await cleanedWhole(file, head, options, { pieces: helpers() });
    expect(joined).toEqual(await cleanedWhole(file, head, options));
    expect(joined.review?.brokenQuotes.rows).toBe(2);
    // Rows are blank if those who judged them say so.
    const blanking = helpers((scanned) => {
      scanned.verdicts.number.fill(BLANK);
      return scanned;
    });
    const blanked = await cleanedWhole(file, head, options, { pieces: blanking });
    expect(blanked.review?.counts.blank).toBeGreaterThan(lines.length / 2);
  });
});
