import { z } from "zod";
import {
  failEverySchema,
  failNumbersSchema,
  rateLimitSchema,
  shareSchema,
} from "./faults/fault-settings";

const milliseconds = z.int().min(0).max(600_000);

/** How the sandbox behaves. What is left out has the value that it started with. */
export const settingsSchema = z.strictObject({
  /** The key that is accepted, with any SID. */
  apiKey: z.string().min(1).max(200),
  /** How long each answer takes. */
  latencyMs: milliseconds,
  /** Calls beyond so many since the log was cleared get no answer until this is raised or lifted. */
  holdAfter: z.int().min(0).max(10_000_000).nullable(),
  /** Calls beyond it are refused with 429. */
  rateLimit: rateLimitSchema.nullable(),
  /** Calls that come so soon after a Retry-After was given were on their way: not counted. */
  retryAfterGraceMs: milliseconds,
  /** Nothing is served but the control interface. */
  down: z.boolean(),
  downAs: z.enum(["reset", "503", "hang"]),

  /** Every key is refused, as if it had been revoked. */
  refuseKey: z.boolean(),
  /** The key is refused after so many calls since the log was cleared. */
  refuseKeyAfter: z.int().min(0).max(10_000_000).nullable(),
  refuseKeyAs: z.enum(["401", "403"]),
  /** RCS601: the account has no RCS channel. The classic number lookup works all the same. */
  rcsDisabled: z.boolean(),
  rcsDisabledAs: z.enum(["401", "400"]),
  /** Only this bulk path is served; the other one answers 404 RCS404. */
  onlyPath: z.enum(["bulk", "legacy"]).nullable(),

  failEvery: failEverySchema.nullable(),
  failNumbers: failNumbersSchema.nullable(),
  /** How long a slow answer takes from its first byte to its last. */
  slowMs: milliseconds,
  /** The size of an oversize answer, and of what a gzip bomb unpacks to. */
  oversizeMb: z.int().min(1).max(10_000),

  // The shares of numbers that each fault strikes, fixed by the number.
  rejectShare: shareSchema,
  missingShare: shareSchema,
  doubledShare: shareSchema,
  contradictedShare: shareSchema,
  foreignShare: shareSchema,
  withoutPlusShare: shareSchema,
  chatAddressShare: shareSchema,
  withoutCarrierShare: shareSchema,
  oddStatusShare: shareSchema,
  flagAsTextShare: shareSchema,
  flagUnreadableShare: shareSchema,
  /** A number that was asked so often is spared by shares from then on; null: never. */
  strikesPerNumber: z.int().min(1).max(1000).nullable(),
  /** The counts of bulk answers do not agree with their lists. */
  wrongCounts: z.boolean(),

  /** How long after its request the details of a number lookup are ready. */
  detailsReadyAfterMs: milliseconds,
  /** How often they must be asked for in vain before they are ready. */
  detailsReadyAfterPolls: z.int().min(0).max(1000),
  /** What details that are not ready look like, as no document says it. */
  detailsPendingAs: z.enum(["bare", "empty", "202"]),
  detailsFailShare: shareSchema,
  detailsFailAs: z.enum(["500", "404", "never"]),
});

export type Settings = z.output<typeof settingsSchema>;
export type SettingsInput = Partial<z.input<typeof settingsSchema>>;

export const DEFAULT_SETTINGS: Settings = {
  apiKey: "sandbox-key",
  latencyMs: 150,
  holdAfter: null,
  rateLimit: null,
  retryAfterGraceMs: 200,
  down: false,
  downAs: "reset",
  refuseKey: false,
  refuseKeyAfter: null,
  refuseKeyAs: "401",
  rcsDisabled: false,
  rcsDisabledAs: "401",
  onlyPath: null,
  failEvery: null,
  failNumbers: null,
  slowMs: 60_000,
  oversizeMb: 120,
  rejectShare: 0,
  missingShare: 0,
  doubledShare: 0,
  contradictedShare: 0,
  foreignShare: 0,
  withoutPlusShare: 0,
  chatAddressShare: 0,
  withoutCarrierShare: 0,
  oddStatusShare: 0,
  flagAsTextShare: 0,
  flagUnreadableShare: 0,
  strikesPerNumber: null,
  wrongCounts: false,
  detailsReadyAfterMs: 0,
  detailsReadyAfterPolls: 0,
  detailsPendingAs: "bare",
  detailsFailShare: 0,
  detailsFailAs: "500",
};
