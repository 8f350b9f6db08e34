import { z } from "zod";
import {
  count,
  country,
  currency,
  idParams,
  moment,
  page,
  pageQuery,
  reason,
  role,
} from "./common";
import { operation } from "./operation";
import { MAX_KEPT_COLUMNS, MAX_NAME_LENGTH, MAX_RUN_ROWS, RUN_STATUSES } from "./values";

export const runStatus = z.enum(RUN_STATUSES);
export type RunStatusName = z.output<typeof runStatus>;

/** PostgreSQL's text holds every character but this one. */
const WITHOUT_NUL = [/^[^\0]*$/, "Leave out the character NUL."] as const;

export const newRun = z.object({
  accountId: z.uuid(),
  name: z
    .string()
    .trim()
    .min(1, "Give the run a name.")
    .max(MAX_NAME_LENGTH)
    .regex(...WITHOUT_NUL),
  fileName: z
    .string()
    .trim()
    .min(1)
    .max(255)
    .regex(...WITHOUT_NUL),
  fileHash: z
    .string()
    .max(100)
    .regex(...WITHOUT_NUL)
    .nullish()
    .describe("To find the run of the same file again"),
  defaultCountry: country.nullish(),
  keptColumns: z
    .array(
      z
        .string()
        .max(200)
        .regex(...WITHOUT_NUL),
    )
    .max(MAX_KEPT_COLUMNS)
    .default([]),
  rows: count.max(MAX_RUN_ROWS).describe("Rows of the file, header not counted"),
  blank: count.max(MAX_RUN_ROWS).describe("Rows without a number"),
});
export type NewRun = z.output<typeof newRun>;

export const rowCounts = z
  .object({
    rows: count,
    unique: count,
    duplicates: count,
    invalid: count,
    blank: count,
    erased: count.describe("Rows of numbers that were erased on request"),
  })
  .describe("rows = unique + duplicates + invalid + blank + erased, once the upload is complete");
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
  isSandbox: z.boolean().describe("Of the sandbox's account: answers are made up and cost nothing"),
  name: z.string(),
  fileName: z.string(),
  status: runStatus,
  counts: rowCounts,
  outcomes: outcomeCounts,
  createdAt: moment,
  startedAt: moment.nullable(),
  finishedAt: moment.nullable(),
  purgedAt: moment
    .nullable()
    .describe("When its contacts and rows were deleted, at the end of the account's retention"),
});
export type RunListItem = z.output<typeof runListItem>;

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
  createdBy: z.string().nullable(),
  purgesAt: moment
    .nullable()
    .describe("When its contacts will be deleted; null: not while it goes or is paused"),
  defaultCountry: z.string().nullable(),
  keptColumns: z.array(z.string()),
  reason: reason.nullable().describe("Why the run is paused or failed, and what to do"),
  mainFailure: reason
    .nullable()
    .describe("Why most of the failed contacts of a finished run failed, and what to do"),
  plan: z
    .object({ bulkCalls: count, singleCalls: count })
    .describe("The calls that ask each contact once; further attempts are in the ledger alone"),
  ledger: z.object({
    calls: count.describe("Attempts made"),
    billed: count.describe("Lookups that Kaleyra made, and so may charge for"),
    ambiguous: count.describe("Lookups in calls that broke off: they may have been billed"),
    excess: count.describe("Of both, those beyond one for each contact that Kaleyra looked up"),
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

const run = { tag: "Runs", isForTokens: true } as const;
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
    q: z
      .string()
      .trim()
      .max(MAX_NAME_LENGTH)
      .optional()
      .describe("A part of the run's or its file's name"),
    status: runStatus.optional(),
    started: z
      .enum(["true", "false"])
      .optional()
      .describe("true: only those that were started, whatever became of them"),
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
