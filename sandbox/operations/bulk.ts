import { z } from "zod";
import { BULK_FAILURES } from "@/lib/kaleyra/fixtures/bulk-device-lookup";
import { type SortedAddresses, sortAddresses } from "../addresses";
import { devicesOf } from "../device";
import { type Handled, type Reply, unbilled } from "../reply";

const MIN_NUMBERS = 100;
const MAX_NUMBERS = 500;

const request = z.object({ deviceAddresses: z.array(z.unknown()).min(1) });

/** Bulk Device Lookup. */
export function bulkLookup(json: unknown): Handled {
  return handleBulk(json, ({ valid, invalid, duplicates }) => ({
    code: "RCS702",
    message: "Device Lookup successful",
    data: {
      total: valid.length,
      uniqueTotal: valid.length,
      duplicateCount: duplicates,
      invalidCount: invalid.length,
      invalidNumbers: invalid,
      devices: devicesOf(valid),
    },
    error: {},
  }));
}

/**
 * Bulk Number Capability Check. Its document prints no failures; they are those of the newer
 * operation here.
 */
export function bulkCapability(json: unknown): Handled {
  return handleBulk(json, ({ valid }) => ({ devices: devicesOf(valid) }));
}

function handleBulk(json: unknown, answer: (addresses: SortedAddresses) => unknown): Handled {
  const parsed = request.safeParse(json);
  if (!parsed.success) return unbilled(BULK_FAILURES.empty);
  const addresses = sortAddresses(parsed.data.deviceAddresses);
  const asked = addresses.valid;
  const refusal = refuse(asked.length);
  if (refusal !== null) return unbilled(refusal, asked);
  return { reply: { status: 200, body: answer(addresses) }, asked, billed: true };
}

function refuse(valid: number): Reply | null {
  if (valid === 0) return BULK_FAILURES.allInvalid;
  if (valid === 1) return BULK_FAILURES.onlyOne;
  if (valid < MIN_NUMBERS) return BULK_FAILURES.tooFew;
  return valid > MAX_NUMBERS ? BULK_FAILURES.tooMany : null;
}
