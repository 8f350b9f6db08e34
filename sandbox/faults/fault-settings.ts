import { z } from "zod";
import { OPERATIONS } from "@/lib/kaleyra/operations";
import { CALL_FAULT_KINDS, FAULT_KINDS } from "../faults";

/** From none, 0, to all, 1. */
export const shareSchema = z.number().min(0).max(1);

const retryAfter = {
  /** Seconds of a `Retry-After`; null: no such header. */
  retryAfter: z.int().min(0).max(86_400).nullable().default(null),
  retryAfterAs: z.enum(["seconds", "date", "none"]).default("seconds"),
};

/** Which `Retry-After` a refusal carries. */
export type RetryAfter = z.output<z.ZodObject<typeof retryAfter>>;

/** A true rate limit, for each SID. */
export const rateLimitSchema = z.strictObject({
  /** So many calls within any one second are served; the others get a 429. */
  perSecond: z.int().min(1).max(100_000),
  ...retryAfter,
});

/** Calls that fail by their turn. */
export const failEverySchema = z.strictObject({
  /** Every n-th call fails: 1 is each of them. */
  n: z.int().min(1).max(1_000_000),
  how: z.enum(FAULT_KINDS),
  /** Of a fault in single numbers: how many of the call's numbers it strikes. */
  share: shareSchema.default(1),
  /** Only calls of this operation fail, and only they are counted; null: all. */
  operation: z.enum(OPERATIONS).nullable().default(null),
  ...retryAfter,
});

/** Calls that fail by the numbers they ask for. */
export const failNumbersSchema = z.strictObject({
  share: shareSchema,
  how: z.enum(CALL_FAULT_KINDS),
  ...retryAfter,
});

export type FailEvery = z.output<typeof failEverySchema>;
