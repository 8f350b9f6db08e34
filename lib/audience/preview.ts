import { AudienceCleaner, type ReadyOptions } from "./clean";
import { dataRows } from "./head";
import { type RowVerdict, rowJudge } from "./judge-row";
import type { CleanOptions, Preview, PreviewRow } from "./protocol";

const SAMPLES = 12;
/** Leaves room for spellings that are read, however many reasons there are. */
const MAX_FAULTS = 6;
const SHOWN_CHARS = 100;

const NOTHING: Preview = {
  counts: { rows: 0, unique: 0, duplicates: 0, invalid: 0, blank: 0 },
  countries: [],
  types: [],
  reasons: [],
  samples: [],
};

/** Whether cleaning can begin. */
export function isReady(options: CleanOptions): options is ReadyOptions {
  return options.phoneColumn !== null;
}

/** The verdicts of the first records under given options: counts, and rows before and after. */
export function previewHead(records: readonly string[][], options: CleanOptions): Preview {
  if (!isReady(options)) return NOTHING;
  const judge = judgeOnce(rowJudge(options));
  const cleaner = new AudienceCleaner(options, judge);
  cleaner.add(records, 1);
  const rows = previewRows(records, options, judge);
  return { ...cleaner.finish().breakdown(), samples: chooseSamples(rows) };
}

type Judge = ReturnType<typeof rowJudge>;

function judgeOnce(judge: Judge): Judge {
  const verdicts = new Map<readonly string[], RowVerdict>();
  return (record) => {
    const verdict = verdicts.get(record) ?? judge(record);
    verdicts.set(record, verdict);
    return verdict;
  };
}

function previewRows(
  records: readonly string[][],
  options: ReadyOptions,
  judge: Judge,
): PreviewRow[] {
  return dataRows(records, options.hasHeader).map(({ record, line }) => {
    const verdict = judge(record);
    const before = (record[options.phoneColumn] ?? "").slice(0, SHOWN_CHARS);
    if (verdict.kind === "blank") return { line, before, after: null, reason: null, readAs: null };
    if (verdict.kind === "invalid") {
      return { line, before, after: null, reason: verdict.reason, readAs: verdict.readAs };
    }
    const { e164, country, type, readAs } = verdict;
    return { line, before, after: { e164, country, type }, reason: null, readAs };
  });
}

/** The first row of each reason and of each spelling, filled up with the first rows. */
function chooseSamples(rows: PreviewRow[]): PreviewRow[] {
  const filled = rows.filter(({ after, reason }) => after || reason);
  const chosen = new Set<PreviewRow>();
  for (const row of firstOfEach(filled, ({ reason }) => reason).slice(0, MAX_FAULTS))
    chosen.add(row);
  const spellings = firstOfEach(filled, spellingOf);
  const readable = filled.filter(({ after }) => after);
  for (const row of [...spellings, ...readable, ...filled]) {
    if (chosen.size < SAMPLES) chosen.add(row);
  }
  return [...chosen].sort((a, b) => a.line - b.line);
}

function firstOfEach(rows: PreviewRow[], keyOf: (row: PreviewRow) => string | null): PreviewRow[] {
  const first = new Map<string, PreviewRow>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key !== null && !first.has(key)) first.set(key, row);
  }
  return [...first.values()];
}

/** `(415) 555-2671` and `(212) 555-0100` are one spelling. */
function spellingOf({ before, after }: PreviewRow): string | null {
  return after && `${after.country} ${before.trim().replace(/\d+/g, "9")}`;
}
