import { z } from "zod";

const count = z.int().optional().catch(undefined);

const lists = z.object({
  devices: z.array(z.unknown()),
  invalidNumbers: z.array(z.unknown()).nullish().catch(null),
  uniqueTotal: count,
  invalidCount: count,
});
const answer = z.union([z.object({ data: lists }).transform(({ data }) => data), lists]);

/** The lists of a bulk answer, and what it says of their lengths. */
export interface BulkAnswer {
  devices: unknown[];
  invalidNumbers: unknown[];
  /** How many devices the answer claims to hold, if it does. */
  claimedDevices: number | undefined;
  claimedInvalid: number | undefined;
}

/**
 * Reads the answer of either bulk operation: the newer one has an envelope, the older one is a
 * bare `{"devices": […]}`. Null when it is neither.
 */
export function readBulkAnswer(body: unknown): BulkAnswer | null {
  const parsed = answer.safeParse(body);
  if (!parsed.success) return null;
  const { devices, invalidNumbers, uniqueTotal, invalidCount } = parsed.data;
  return {
    devices,
    invalidNumbers: invalidNumbers ?? [],
    claimedDevices: uniqueTotal,
    claimedInvalid: invalidCount,
  };
}
