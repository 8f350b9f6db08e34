import { z } from "zod";
import { COUNTRY_CODE, MAX_CELL_LENGTH, OUTCOMES } from "./values";

/** Path parameters of everything that has an id. */
export const idParams = z.object({ id: z.uuid() });

export const count = z.int().min(0);

export const lineNumber = z
  .int()
  .min(1)
  .max(2_147_483_647)
  .describe("Row in the file, the first being 1");

export const cell = z.string().max(MAX_CELL_LENGTH).describe("The cell as it was");

/** A moment, ISO 8601 in UTC. */
export const moment = z.iso.datetime();

export const outcome = z.enum(OUTCOMES);
export type OutcomeName = z.output<typeof outcome>;

/** What a call may have cost; ambiguous: it broke off, so nobody can tell from here. */
export const billing = z.enum(["billed", "free", "ambiguous"]);

/** Why something failed or stands still, in words: what happened and what to do. */
export const reason = z.object({ kind: z.string(), title: z.string(), detail: z.string() });

export const role = z.enum(["owner", "analyst", "viewer"]);
export type RoleName = z.output<typeof role>;

export const currency = z
  .string()
  .regex(/^[A-Z]{3}$/, "Use a three-letter currency code, such as USD.");

export const country = z.string().regex(COUNTRY_CODE, "Use a two-letter country code.");

/** The answer to a failed request, RFC 9457. */
export const problem = z.object({
  type: z.string(),
  status: z.int(),
  code: z.string().describe("Stable; branch on this one"),
  title: z.string(),
  detail: z.string().describe("A sentence for the user"),
  fields: z.record(z.string(), z.string()).optional().describe("What is wrong, by field"),
  requestId: z.string().optional().describe("Under this id the server's log tells more"),
  retryAfter: z.int().optional().describe("Seconds until it may be tried again"),
});
export type Problem = z.output<typeof problem>;

export const pageQuery = {
  cursor: z.string().max(200).optional().describe("`nextCursor` of the page before"),
  limit: z.coerce.number().int().min(1).max(500).default(50),
};

/** A page of a list, read by keyset: no page is skipped or shown twice while rows arrive. */
export function page<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}
