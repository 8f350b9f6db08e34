import { z } from "zod";
import { country, moment, outcome } from "./common";
import { operation } from "./operation";

export const lookupAnswer = z.object({
  number: z.string().describe("E.164"),
  country: z.string(),
  numberType: z.string(),
  outcome,
  carrier: z.string().nullable().describe("null: not provided by Kaleyra"),
  carrierStatus: z.string().nullable(),
  failure: z
    .object({ kind: z.string(), title: z.string(), detail: z.string() })
    .nullable()
    .describe("Why there is no answer"),
  billing: z.enum(["billed", "free", "ambiguous"]).describe("Whether this lookup was billed"),
  checkedAt: moment,
});
export type LookupAnswer = z.output<typeof lookupAnswer>;

/** A POST although it reads: it may be billed, and a link or a prefetch must never spend money. */
export const lookupNumber = operation({
  id: "lookupNumber",
  summary: "Look up one number now, by a single lookup that may be billed",
  tag: "Lookup",
  body: z.object({
    accountId: z.uuid(),
    number: z.string().min(1, "Type a phone number.").max(60),
    country: country.optional().describe("Assumed for a number without a country code"),
  }),
  answer: lookupAnswer,
});
