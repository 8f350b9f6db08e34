import type { CountryCode } from "@/lib/phone/country";
import type { InvalidReason } from "@/lib/phone/invalid-reason";
import type { NumberType } from "@/lib/phone/number-type";

/** One column of the file, judged by the first rows (see `HEAD_ROWS`). */
export type ColumnInfo = {
  /** Position in the file, from 0. Options name columns by it. */
  index: number;
  /** The header, or "Column 3" when there is none. Unique within the file. */
  name: string;
  /** The first few cells that are not blank, cut for display. */
  samples: string[];
  /** Share of the inspected rows in which this cell is not blank, 0 to 1. */
  filledShare: number;
  /** Share of the cells that are not blank and read as a phone number, 0 to 1. */
  phoneShare: number;
  /** Share of the cells that are not blank and name a country, 0 to 1. */
  countryShare: number;
};

/** What the head of the file tells, before anything is cleaned. */
export type Inspection = {
  fileName: string;
  /** Bytes. */
  fileSize: number;
  /** The sheets of a workbook that can be chosen; none for a text file. */
  sheets: string[];
  /** The one that was inspected; null for a text file. */
  sheet: string | null;
  hasHeader: boolean;
  columns: ColumnInfo[];
  /** Data rows that were inspected. */
  headRows: number;
  /** Whether the inspected rows are the whole file. */
  wholeFile: boolean;
  /** What the data suggest; null where they suggest nothing. Nothing is guessed. */
  proposal: {
    phoneColumn: number | null;
    countryColumn: number | null;
    defaultCountry: CountryCode | null;
  };
};

/** The user's choices. Columns are positions in the file, from 0. */
export type CleanOptions = {
  hasHeader: boolean;
  /** Null until one is proposed or chosen; cleaning needs it. */
  phoneColumn: number | null;
  countryColumn: number | null;
  /** For national numbers, and where the country column is blank. */
  defaultCountry: CountryCode | null;
  /** Columns that travel with each contact; all others never leave the browser. */
  keptColumns: number[];
  /** Which of several rows with one number stays. */
  keep: "first" | "last";
  /** Types that count as invalid, with the reason `excluded_type`. */
  excludedTypes: NumberType[];
  /** What the user has mended, at most one for a row. */
  corrections: RowCorrection[];
};

/**
 * A row that was no number, mended by hand. It counts only while the row's cell is still `original`
 * and no number by itself, and only if it makes one of it: otherwise the row stays as it was.
 */
export type RowCorrection = {
  /** The row as a spreadsheet counts it. */
  line: number;
  /** The cell as the file has it. */
  original: string;
  /** Why it was no number. */
  reason: InvalidReason;
  /** The cell as it is meant. */
  cell: string;
  /** The country to read it under, whatever the row's own or the default one; null for none. */
  country: CountryCode | null;
};

/** Always rows = unique + duplicates + invalid + blank. The header is no row. */
export type AudienceCounts = {
  rows: number;
  unique: number;
  duplicates: number;
  invalid: number;
  blank: number;
};

/** `country` is ISO 3166-1 alpha-2, or "001" for numbers that belong to no country. */
export type CountryCount = { country: string; contacts: number };
/** `contacts` are kept, `excluded` rows were left out because their type is excluded. */
export type TypeCount = { type: NumberType; contacts: number; excluded: number };
export type ReasonCount = { reason: InvalidReason; rows: number };

/** The counts with their parts, each list from the largest down. */
export type AudienceBreakdown = {
  counts: AudienceCounts;
  countries: CountryCount[];
  types: TypeCount[];
  reasons: ReasonCount[];
};

/** One row before and after. Exactly one of `after` and `reason` is set, none for a blank cell. */
export type PreviewRow = {
  line: number;
  before: string;
  after: { e164: string; country: string; type: NumberType } | null;
  reason: InvalidReason | null;
  /** The country the cell was read under: the row's own or the default one. */
  readAs: CountryCode | null;
};

/** The verdicts of the inspected rows under given options. */
export type Preview = AudienceBreakdown & {
  /** Rows chosen to show each kind of change and fault, at most 12, in the order of the file. */
  samples: PreviewRow[];
};

/** `line` is the row as a spreadsheet counts it: the first record, header or not, is 1. */
export type ContactRow = {
  line: number;
  e164: string;
  country: string;
  type: NumberType;
  /** Cells of the kept columns, in the order of `keptColumns`. */
  kept: string[];
};
export type DuplicateRow = { line: number; cell: string; e164: string; keptLine: number };
export type InvalidRow = {
  line: number;
  cell: string;
  reason: InvalidReason;
  /** The country the cell was read under, for the explanation. */
  readAs: CountryCode | null;
};

export type RowsByKind = {
  contacts: ContactRow;
  duplicates: DuplicateRow;
  invalid: InvalidRow;
};
export type RowKind = keyof RowsByKind;

/** Rows with more or fewer cells than the header, or with broken quotes: counted, the first lines named. */
export type LineNotes = { rows: number; lines: number[] };

/** What came out of the whole file. */
export type Review = AudienceBreakdown & {
  /** Rows that a correction has made usable. */
  corrected: number;
  /** Names of the kept columns, in the order of `kept`. */
  keptNames: string[];
  /** The first rows of each list; `page` gets the others. */
  samples: { [K in RowKind]: RowsByKind[K][] };
  ragged: LineNotes;
  brokenQuotes: LineNotes;
  /** Tells whether the same file came before; see `fingerprint.ts`. Null where the browser has no crypto. */
  fingerprint: string | null;
};

/** `bytesTotal` is 0 where nobody knows how far the way is (a packed workbook). */
export type CleanProgress = { bytesRead: number; bytesTotal: number; rows: number };
/** Rows that the server has confirmed, of all lists together. */
export type UploadProgress = { sent: number; total: number };

/** What one cell is: blank, a number, or why it is none. */
export type CellVerdict =
  | { kind: "blank" }
  | { kind: "contact"; e164: string; country: string }
  | { kind: "invalid"; reason: InvalidReason };

/** Chunks the server already holds, so that an upload goes on where it stopped. */
export type SentChunks = { [K in RowKind]?: readonly number[] };

/** Something went wrong in a way the user can act on: `message` is a plain sentence or two. */
export type AudienceProblem = { code: AudienceProblemCode; message: string };
export type AudienceProblemCode =
  | "empty"
  | "only_header"
  | "binary"
  | "spreadsheet"
  | "too_large"
  | "too_many_rows"
  | "unreadable"
  | "malformed"
  | "no_phone_column"
  | "upload_refused"
  | "upload_failed"
  | "internal";

/** What the page can do with an audience. Every function keeps its identity between renders. */
export type AudienceActions = {
  /** A file is about to come, as the person opens the dialog or drags: a large one is read sooner then. */
  expectFile(): void;
  /** Inspects a file, in place of the one before: `inspecting`, then `inspected` or `idle` with a problem. */
  pick(file: File): void;
  /**
   * Changes some choices; a fresh preview follows. After or while cleaning it goes back to
   * `inspected`; during an upload it does nothing.
   */
  configure(changes: Partial<CleanOptions>): void;
  /** Reads the whole file under the current options: `cleaning`, then `cleaned`. */
  clean(): void;
  /**
   * Holds a cleaned list for an upload: `uploading`, in which nothing changes it, also while the run
   * for it is still being made. False when `review` is not what the list counts to by now.
   */
  hold(review: Review): boolean;
  /**
   * Sends what is held to a run that was made for it: then `uploaded` (and resolves true). Resolves
   * false when it failed or was cancelled (see `state.problem`); held again and sent to the same run,
   * it goes on where it stopped. `alreadySent`: chunks that the run has from elsewhere.
   */
  upload(runId: string, alreadySent?: SentChunks): Promise<boolean>;
  /** Takes another sheet of the workbook for the list; the choices begin anew. */
  chooseSheet(sheet: string): void;
  /**
   * Counts a cleaned list again under changed choices, such as corrections: `recounting`, with the
   * old review, then `cleaned`. Cancelled or failed, the old choices hold. False when there is
   * nothing to count, or the list is held for an upload: then nothing changes.
   */
  recount(changes: Partial<CleanOptions>): boolean;
  /** The verdict on a cell as it is being mended, by the judge that cleaning uses. */
  judge(cell: string, country: CountryCode | null): Promise<CellVerdict>;
  /** The first `limit` invalid rows, of one reason or of all. */
  listInvalid(reason: InvalidReason | null, limit: number): Promise<InvalidRow[]>;
  /** Stops what is under way and goes back a step. */
  cancel(): void;
  /** Forgets the file. */
  reset(): void;
  /** Rows of a cleaned list, for tables that show more than the review's samples. */
  page<K extends RowKind>(kind: K, offset: number, limit: number): Promise<RowsByKind[K][]>;
};

/** Page to worker. `expect`: a file is about to come, so make ready what a large one needs. */
export type AudienceMessage = AudienceRequest | { type: "expect" };

/**
 * What the worker's session answers. Every request but `cancel` has an `id` of its own and gets one
 * answer with it; progress may come before. `cancel` names the request to stop, whose answer is then
 * `cancelled`.
 */
export type AudienceRequest =
  | { type: "inspect"; id: number; file: File; region: string | null; sheet: string | null }
  | { type: "preview"; id: number; options: CleanOptions }
  | { type: "clean"; id: number; options: CleanOptions }
  | { type: "page"; id: number; kind: RowKind; offset: number; limit: number }
  | { type: "listInvalid"; id: number; reason: InvalidReason | null; limit: number }
  | {
      type: "judge";
      id: number;
      cell: string;
      country: CountryCode | null;
      excludedTypes: NumberType[];
    }
  | { type: "upload"; id: number; origin: string; runId: string; alreadySent: SentChunks }
  | { type: "cancel"; id: number };

/** Worker to page. */
export type AudienceAnswer =
  | { type: "inspected"; id: number; inspection: Inspection; options: CleanOptions }
  | { type: "previewed"; id: number; inspection: Inspection; preview: Preview }
  | { type: "cleanProgress"; id: number; progress: CleanProgress }
  | { type: "cleaned"; id: number; review: Review }
  | { type: "page"; id: number; rows: RowsByKind[RowKind][] }
  | { type: "listInvalid"; id: number; rows: InvalidRow[] }
  | { type: "judged"; id: number; verdict: CellVerdict }
  | { type: "uploadProgress"; id: number; progress: UploadProgress }
  | { type: "uploaded"; id: number }
  | { type: "cancelled"; id: number }
  | { type: "failed"; id: number; problem: AudienceProblem };
