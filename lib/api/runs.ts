import { z } from "zod";
import { INVALID_REASONS } from "@/lib/phone/invalid-reason";
import { country, currency, idParams, moment, outcome, page, pageQuery, role } from "./common";
import { contactDetails } from "./number-details";
import { operation } from "./operation";
import {
  CONTACT_SEGMENTS,
  MAX_CELL_LENGTH,
  MAX_CHUNK_ROWS,
  MAX_KEPT_COLUMNS,
  MAX_RUN_ROWS,
  NOT_PROVIDED,
} from "./values";

export const runStatus = z.enum([
  "draft",
  "queued",
  "running",
  "paused",
  "done",
  "cancelled",
  "failed",
]);
export type RunStatusName = z.output<typeof runStatus>;

const count = z.int().min(0);
const lineNumber = z.int().min(1).max(2_147_483_647).describe("Row in the file, the first being 1");

export const newRun = z.object({
  accountId: z.uuid(),
  name: z.string().trim().min(1, "Give the run a name.").max(120),
  fileName: z.string().trim().min(1).max(255),
  fileHash: z.string().max(100).nullish().describe("To find the run of the same file again"),
  defaultCountry: country.nullish(),
  keptColumns: z.array(z.string().max(200)).max(MAX_KEPT_COLUMNS).default([]),
  rows: count.max(MAX_RUN_ROWS).describe("Rows of the file, header not counted"),
  blank: count.max(MAX_RUN_ROWS).describe("Rows without a number"),
});
export type NewRun = z.output<typeof newRun>;

export const contactChunk = z.object({
  index: count.describe("Of this chunk; sending the same one twice changes nothing"),
  contacts: z
    .array(
      z.object({
        line: lineNumber,
        number: z.string().max(40).describe("E.164"),
        kept: z.array(z.string().max(MAX_CELL_LENGTH)).max(MAX_KEPT_COLUMNS).default([]),
      }),
    )
    .min(1)
    .max(MAX_CHUNK_ROWS),
});
export type ContactChunk = z.output<typeof contactChunk>;

const cell = z.string().max(MAX_CELL_LENGTH).describe("The cell as it was");

export const invalidChunk = z.object({
  index: count,
  rows: z
    .array(z.object({ line: lineNumber, cell, reason: z.enum(INVALID_REASONS) }))
    .min(1)
    .max(MAX_CHUNK_ROWS),
});
export type InvalidChunk = z.output<typeof invalidChunk>;

export const duplicateChunk = z.object({
  index: count,
  rows: z
    .array(z.object({ line: lineNumber, cell, number: z.string().max(40), keptLine: lineNumber }))
    .min(1)
    .max(MAX_CHUNK_ROWS),
});
export type DuplicateChunk = z.output<typeof duplicateChunk>;

export const rowCounts = z
  .object({ rows: count, unique: count, duplicates: count, invalid: count, blank: count })
  .describe("rows = unique + duplicates + invalid + blank, once the upload is complete");
export type RowCounts = z.output<typeof rowCounts>;

export const outcomeCounts = z.object({
  pending: count,
  rcs: count,
  not_rcs: count,
  no_answer: count,
  failed: count,
  rejected: count,
});
export type OutcomeCounts = z.output<typeof outcomeCounts>;

export const runListItem = z.object({
  id: z.uuid(),
  accountId: z.uuid(),
  accountName: z.string(),
  name: z.string(),
  fileName: z.string(),
  status: runStatus,
  counts: rowCounts,
  outcomes: outcomeCounts,
  createdAt: moment,
  startedAt: moment.nullable(),
  finishedAt: moment.nullable(),
});
export type RunListItem = z.output<typeof runListItem>;

/** Why work stands still, in words. */
export const reason = z
  .object({ kind: z.string(), title: z.string(), detail: z.string() })
  .nullable();

export const waiting = z
  .object({
    reason: z.enum(["kaleyra_down", "throttled"]),
    since: moment.nullable(),
    until: moment.describe("When the next call is tried"),
  })
  .nullable()
  .describe("Why work that goes makes no calls just now");
export type Waiting = z.output<typeof waiting>;

export const runView = runListItem.extend({
  role,
  isSandbox: z.boolean().describe("Of the sandbox's account: answers are made up and cost nothing"),
  createdBy: z.string().nullable(),
  defaultCountry: z.string().nullable(),
  keptColumns: z.array(z.string()),
  reason: reason.describe("Why the run is paused or failed, and what to do"),
  plan: z.object({ bulkCalls: count, singleCalls: count }),
  ledger: z.object({
    calls: count.describe("Attempts made"),
    billed: count.describe("Lookups that Kaleyra made, and so may charge for"),
    ambiguous: count.describe("Lookups in calls that broke off: they may have been billed"),
    excess: count.describe("Of both, those beyond one for each contact that has an answer"),
  }),
  waiting,
  cost: z.object({
    pricePerLookup: z.number(),
    currency,
    estimated: z.number(),
    soFar: z.number().describe("Billed and possibly billed lookups at the price of the start"),
  }),
  progress: z.object({
    done: count,
    total: count,
    perSecond: z.number().nullable().describe("Numbers, over the last seconds"),
    secondsLeft: z.number().nullable(),
  }),
});
export type RunView = z.output<typeof runView>;

export const contactFilter = z.object({
  outcome: outcome.optional(),
  carrier: z.string().max(200).optional().describe(`Or "${NOT_PROVIDED}"`),
  carrierStatus: z.string().max(60).optional().describe(`Or "${NOT_PROVIDED}"`),
  country: country.optional(),
  q: z.string().max(40).optional().describe("Digits that the number contains"),
});
export type ContactFilter = z.output<typeof contactFilter>;

export const contactView = z.object({
  line: lineNumber,
  number: z.string(),
  country: z.string(),
  numberType: z.string(),
  outcome,
  carrier: z.string().nullable(),
  carrierStatus: z.string().nullable(),
  failure: z.string().nullable(),
  checkedAt: moment.nullable(),
  kept: z.array(z.string()),
  details: contactDetails.nullable().describe("Of the number lookup; null: never asked for"),
});
export type ContactView = z.output<typeof contactView>;

export const breakdown = z.object({
  /** Every combination that occurs, with its count: the page sums what it shows. */
  cells: z.array(
    z.object({
      outcome,
      country: z.string(),
      carrier: z.string().nullable(),
      carrierStatus: z.string().nullable(),
      contacts: count,
    }),
  ),
});
export type BreakdownView = z.output<typeof breakdown>;

export const segment = z.enum([...CONTACT_SEGMENTS, "invalid", "duplicates"]);
export type SegmentName = z.output<typeof segment>;

const run = { tag: "Runs" } as const;
const result = { tag: "Results" } as const;
const arrived = z.object({
  repeated: z.boolean().describe("This chunk had arrived before; nothing changed"),
  counts: rowCounts,
});

export const createRun = operation({
  ...run,
  id: "createRun",
  summary: "Open a run: a draft that takes an audience in chunks",
  body: newRun,
  answer: runView,
  status: 201,
});

export const listRuns = operation({
  ...run,
  id: "listRuns",
  summary: "Runs, newest first",
  query: z.object({
    accountId: z.uuid().optional(),
    fileHash: z.string().max(100).optional().describe("Only runs of this very file"),
    ...pageQuery,
  }),
  answer: page(runListItem),
});

export const getRun = operation({
  ...run,
  id: "getRun",
  summary: "A run with its counts, progress and cost",
  params: idParams,
  answer: runView,
});

export const renameRun = operation({
  ...run,
  id: "renameRun",
  summary: "Rename a run",
  params: idParams,
  body: newRun.pick({ name: true }),
  answer: runView,
});

export const deleteRun = operation({
  ...run,
  id: "deleteRun",
  summary: "Delete a run with all of its contacts",
  params: idParams,
  status: 204,
});

export const appendContacts = operation({
  ...run,
  id: "appendContacts",
  summary: "Add a chunk of contacts; each number is validated again and deduplicated",
  params: idParams,
  body: contactChunk,
  answer: arrived,
});

export const appendInvalid = operation({
  ...run,
  id: "appendInvalid",
  summary: "Add a chunk of rows that could not be read as a number",
  params: idParams,
  body: invalidChunk,
  answer: arrived,
});

export const appendDuplicates = operation({
  ...run,
  id: "appendDuplicates",
  summary: "Add a chunk of rows whose number stands on another line",
  params: idParams,
  body: duplicateChunk,
  answer: arrived,
});

type Step = "startRun" | "pauseRun" | "resumeRun" | "cancelRun" | "retryRun";

function step(id: Step, summary: string) {
  return operation({
    ...run,
    id,
    summary,
    params: idParams,
    answer: runView,
  });
}
export const startRun = step("startRun", "Start the lookups, which may be billed");
export const pauseRun = step("pauseRun", "Make no new calls; those in flight are finished");
export const resumeRun = step("resumeRun", "Go on with what has not been looked up yet");
export const cancelRun = step("cancelRun", "End a run; what is known stays");
export const retryRun = step(
  "retryRun",
  "Ask once more for the contacts that have no answer or whose lookup failed; may be billed",
);

export const getBreakdown = operation({
  ...result,
  id: "getBreakdown",
  summary: "Counts by outcome, country, carrier and carrier status",
  params: idParams,
  answer: breakdown,
});

export const listContacts = operation({
  ...result,
  id: "listContacts",
  summary: "Contacts of a run, in the order of the file",
  params: idParams,
  query: contactFilter.extend(pageQuery),
  answer: page(contactView),
});

export const listInvalid = operation({
  ...result,
  id: "listInvalid",
  summary: "Rows that could not be read as a number, with the reason",
  params: idParams,
  query: z.object({ reason: z.enum(INVALID_REASONS).optional(), ...pageQuery }),
  answer: page(
    z.object({
      line: lineNumber,
      cell,
      reason: z.enum(INVALID_REASONS),
      title: z.string(),
      detail: z.string(),
    }),
  ).extend({
    reasons: z.array(z.object({ reason: z.enum(INVALID_REASONS), title: z.string(), rows: count })),
  }),
});

export const listDuplicates = operation({
  ...result,
  id: "listDuplicates",
  summary: "Rows whose number stands on another line",
  params: idParams,
  query: z.object(pageQuery),
  answer: page(z.object({ line: lineNumber, cell, number: z.string(), keptLine: lineNumber })),
});

export const exportRun = operation({
  ...result,
  id: "exportRun",
  summary: "A segment as CSV, streamed",
  params: idParams,
  query: contactFilter.omit({ outcome: true }).extend({
    segment,
    outcome: outcome.optional(),
    format: z
      .enum(["plain", "spreadsheet"])
      .default("plain")
      .describe("spreadsheet: cells that a spreadsheet would run as a formula are made inert"),
  }),
  answer: z.string(),
  mediaType: "text/csv; charset=utf-8",
});
