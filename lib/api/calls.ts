import { z } from "zod";
import { billing, count, idParams, moment, page, pageQuery } from "./common";
import { exported, exportFormat } from "./export-format";
import { operation } from "./operation";

const result = { tag: "Results", isForTokens: true } as const;

/** What was odd about an answer; what was not is left out. */
export const callNotes = z.object({
  missing: count.optional().describe("Asked numbers of which the answer says nothing"),
  unasked: count.optional().describe("Numbers in the answer that nobody asked for"),
  doubled: count.optional().describe("Further entries for a number that had one"),
  conflicting: count.optional().describe("Numbers whose entries contradict each other"),
  unreadable: count.optional().describe("Entries that can't be read"),
  asText: count.optional().describe("Entries whose rcsEnabled came as text; read all the same"),
  countsDisagree: z
    .boolean()
    .optional()
    .describe("The answer's counts do not agree with its lists"),
});
export type CallNotes = z.output<typeof callNotes>;

export const callFilter = z.object({
  of: z
    .enum(["rcs", "details"])
    .optional()
    .describe("rcs: only the run's RCS lookups; details: only those of number details"),
  failed: z.enum(["true", "false"]).optional().describe("true: only those that failed"),
  billing: billing.optional().describe("Only calls that have ended, and count as this"),
});
export type CallFilter = z.output<typeof callFilter>;

export const callView = z.object({
  id: z.string(),
  startedAt: moment,
  operation: z.string(),
  numbers: count.describe("Asked"),
  billed: count.describe("Looked up, and so perhaps charged for"),
  billing,
  result: z.string().nullable().describe('"ok", a failure kind, or null while under way'),
  title: z.string().describe("The result in words"),
  detail: z.string().nullable().describe("Of a failure: what happened and what to do"),
  httpStatus: z.int().nullable(),
  errorCode: z.string().nullable(),
  message: z
    .string()
    .nullable()
    .describe("Of a failure: Kaleyra's own words, numbers in them masked; null: it gave none"),
  milliseconds: z.number().nullable(),
  notes: callNotes.nullable().describe("What was odd about the answer; null: nothing"),
});
export type CallView = z.output<typeof callView>;

const callCounts = z.object({
  all: count,
  failed: count,
  billed: count,
  ambiguous: count,
  free: count,
});
export type CallCounts = z.output<typeof callCounts>;

export const listCalls = operation({
  ...result,
  id: "listCalls",
  summary: "The ledger of a run: every attempt at a call, newest first",
  params: idParams,
  query: callFilter.extend(pageQuery),
  answer: page(callView).extend({
    counts: z
      .object({ rcs: callCounts, details: callCounts })
      .describe("Calls of the whole run, whatever is filtered by"),
  }),
});
export type CallPage = z.output<(typeof listCalls)["answer"]>;

export const exportCalls = operation({
  ...result,
  id: "exportCalls",
  summary: "The ledger of a run, streamed, newest first; it holds no phone numbers",
  params: idParams,
  query: callFilter.extend({ format: exportFormat }),
  ...exported,
});
