import { z } from "zod";
import { COUNTRY_CODE, OUTCOMES } from "./values";

/** Path parameters of everything that has an id. */
export const idParams = z.object({ id: z.uuid() });

/** A moment, ISO 8601 in UTC. */
export const moment = z.iso.datetime();

export const outcome = z.enum(OUTCOMES);
export type OutcomeName = z.output<typeof outcome>;

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
