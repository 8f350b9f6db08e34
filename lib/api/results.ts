import { z } from "zod";
import { INVALID_REASONS } from "@/lib/phone/invalid-reason";
import {
  cell,
  count,
  country,
  idParams,
  lineNumber,
  moment,
  outcome,
  page,
  pageQuery,
} from "./common";
import { exported, exportFormat } from "./export-format";
import { contactDetails } from "./number-details";
import { operation } from "./operation";
import { CONTACT_SEGMENTS, NOT_PROVIDED } from "./values";

export const contactFilter = z.object({
  outcome: outcome.optional(),
  carrier: z.string().max(200).optional().describe(`Or "${NOT_PROVIDED}"`),
  carrierStatus: z.string().max(60).optional().describe(`Or "${NOT_PROVIDED}"`),
  country: country.optional(),
  q: z
    .string()
    .max(40)
    .optional()
    .describe(
      "The start of the number, in any spelling, with or without its calling code; or its last digits, at least 4",
    ),
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

const result = { tag: "Results", isForTokens: true } as const;

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
  summary:
    "Contacts of a run in the order of the file; those of a search by number. Numbers are masked for viewers",
  params: idParams,
  query: contactFilter.extend(pageQuery),
  answer: page(contactView),
});

export const listInvalid = operation({
  ...result,
  id: "listInvalid",
  summary: "Rows that could not be read as a number, with the reason; viewers see no cell",
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

export const duplicateView = z.object({
  line: lineNumber,
  cell,
  number: z.string(),
  keptLine: lineNumber,
});
export type DuplicateView = z.output<typeof duplicateView>;

export const listDuplicates = operation({
  ...result,
  id: "listDuplicates",
  summary: "Rows whose number stands on another line; masked for viewers",
  params: idParams,
  query: z.object(pageQuery),
  answer: page(duplicateView),
});

export const exportRun = operation({
  ...result,
  id: "exportRun",
  summary: "A segment as CSV for machines, or as a workbook for spreadsheets; streamed",
  params: idParams,
  query: contactFilter.omit({ outcome: true }).extend({
    segment,
    outcome: outcome.optional(),
    format: exportFormat,
  }),
  ...exported,
});
