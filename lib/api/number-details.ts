import { z } from "zod";
import { moment } from "./common";

const text = z.string().nullable();

/** What the classic number lookup says of a number. Null: not provided by Kaleyra. */
export const numberFacts = z.object({
  country: text.describe("ISO 3166 code"),
  callingCode: z.int().nullable().describe("Such as 91"),
  currentOperator: text,
  currentMcc: text.describe("Mobile country code of the current network"),
  currentMnc: text.describe("Mobile network code of the current network"),
  originalOperator: text,
  originalMcc: text,
  originalMnc: text,
  ported: z.boolean().nullable(),
  roaming: z.boolean().nullable(),
  other: z.record(z.string(), z.unknown()).describe("Further fields, as Kaleyra sent them"),
});
export type NumberFacts = z.output<typeof numberFacts>;

export const detailState = z.enum([
  "wanted",
  "requesting",
  "requested",
  "ready",
  "no_answer",
  "failed",
]);
export type DetailStateName = z.output<typeof detailState>;

/** The details of a contact, or how far asking for them is. */
export const contactDetails = numberFacts.extend({
  state: detailState.describe("The facts are given when it is `ready`"),
  failure: text.describe("For `failed`: the failure kind"),
  fetchedAt: moment.nullable(),
});
export type ContactDetails = z.output<typeof contactDetails>;
