import { z } from "zod";
import { billing, country, moment, outcome, reason } from "./common";
import { numberFacts } from "./number-details";
import { operation } from "./operation";

export const lookupAnswer = z.object({
  number: z.string().describe("E.164"),
  country: z.string(),
  numberType: z.string(),
  outcome,
  carrier: z.string().nullable().describe("null: not provided by Kaleyra"),
  carrierStatus: z.string().nullable(),
  failure: reason.nullable().describe("Why there is no answer"),
  billing: billing.describe("Whether this lookup was billed"),
  checkedAt: moment,
});
export type LookupAnswer = z.output<typeof lookupAnswer>;

/** A POST although it reads: it may be billed, and a link or a prefetch must never spend money. */
export const lookupNumber = operation({
  id: "lookupNumber",
  summary: "Look up one number now, by a single lookup that may be billed",
  tag: "Lookup",
  isForTokens: true,
  body: z.object({
    accountId: z.uuid(),
    number: z.string().min(1, "Type a phone number.").max(60),
    country: country.optional().describe("Assumed for a number without a country code"),
  }),
  answer: lookupAnswer,
});

export const detailsAnswer = z.object({
  number: z.string().describe("E.164"),
  state: z
    .enum(["ready", "not_ready", "no_answer", "failed"])
    .describe("not_ready: ask again with the lookupId, which is free"),
  details: numberFacts.nullable(),
  lookupId: z.string().nullable(),
  failure: reason.nullable().describe("Why there are no details"),
  billing: billing.describe(
    "Whether this request was billed; asking again with a lookupId is free",
  ),
  checkedAt: moment,
});
export type DetailsAnswer = z.output<typeof detailsAnswer>;

export const lookupDetails = operation({
  id: "lookupDetails",
  summary: "Look up the details of one number now, which may be billed",
  tag: "Lookup",
  isForTokens: true,
  body: lookupNumber.body.extend({
    lookupId: z
      .string()
      .regex(/^[\x21-\x7e]{1,200}$/)
      .optional()
      .describe("Of an earlier answer that was not ready: nothing is requested anew"),
  }),
  answer: detailsAnswer,
});
