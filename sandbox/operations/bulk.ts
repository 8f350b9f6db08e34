import { z } from "zod";
import { BULK_FAILURES } from "@/lib/kaleyra/fixtures/bulk-device-lookup";
import { type SortedAddresses, sortAddresses } from "../addresses";
import { devicesOf } from "../devices";
import type { Struck } from "../faults/struck";
import { type Handled, type Reply, unbilled } from "../reply";

const MIN_NUMBERS = 100;
const MAX_NUMBERS = 500;

const request = z.object({ deviceAddresses: z.array(z.unknown()).min(1) });

/** Fit no answer, as the counts of the printed sample do not fit its lists. */
const WRONG_COUNTS = { total: 250, uniqueTotal: 1, duplicateCount: 7, invalidCount: 501 };

/**
 * Bulk Device Lookup.
 *
 * @param hasWrongCounts whether its counts shall disagree with its lists
 */
export function bulkLookup(json: unknown, struck: Struck, hasWrongCounts: boolean): Handled {
  return handleBulk(json, struck, ({ valid, invalid, duplicates }) => ({
    code: "RCS702",
    message: "Device Lookup successful",
    data: {
      total: valid.length,
      uniqueTotal: valid.length,
      duplicateCount: duplicates,
      invalidCount: invalid.length,
      ...(hasWrongCounts ? WRONG_COUNTS : {}),
      invalidNumbers: invalid,
      devices: devicesOf(valid, struck),
    },
    error: {},
  }));
}

/**
 * Bulk Number Capability Check. Its document prints no failures; they are those of the newer
 * operation here. It has no list of invalid numbers: they are missing from its answer.
 */
export function bulkCapability(json: unknown, struck: Struck): Handled {
  return handleBulk(json, struck, ({ valid }) => ({ devices: devicesOf(valid, struck) }));
}

function handleBulk(
  json: unknown,
  struck: Struck,
  answer: (addresses: SortedAddresses) => unknown,
): Handled {
  const parsed = request.safeParse(json);
  if (!parsed.success) return unbilled(BULK_FAILURES.empty);
  const addresses = sortAddresses(parsed.data.deviceAddresses, (n) => struck("rejected", n));
  const { valid, rejected } = addresses;
  const asked = rejected.length === 0 ? valid : [...valid, ...rejected];
  const refusal = refuse(valid.length);
  if (refusal !== null) return unbilled(refusal, asked);
  return { reply: { status: 200, body: answer(addresses) }, asked, billed: valid };
}

function refuse(valid: number): Reply | null {
  if (valid === 0) return BULK_FAILURES.allInvalid;
  if (valid === 1) return BULK_FAILURES.onlyOne;
  if (valid < MIN_NUMBERS) return BULK_FAILURES.tooFew;
  return valid > MAX_NUMBERS ? BULK_FAILURES.tooMany : null;
}
