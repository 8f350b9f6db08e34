import { z } from "zod";
import { sortAddresses } from "../addresses";
import { foreignNumber } from "../faults/change-device";
import type { Struck } from "../faults/struck";
import { hash32 } from "../hash";
import { makeLookupId } from "../lookup-id";
import { failure, type Handled, unbilled } from "../reply";

const request = z.object({ mobile: z.array(z.unknown()).min(1) });

/** Where the sandbox was called, for the URLs in its answer. */
export interface Place {
  /** Such as `http://127.0.0.1:4010`. */
  origin: string;
  sid: string;
}

/** POST API Lookup. Its document prints no failures: these are formed like the others'. */
export function numberLookup(
  json: unknown,
  { origin, sid }: Place,
  struck: Struck,
  now: number,
): Handled {
  const parsed = request.safeParse(json);
  if (!parsed.success) {
    return unbilled(failure(400, "LKP400", "MISSING_REQUIRED_PARAMS", "mobile is required"));
  }
  const sorted = sortAddresses(parsed.data.mobile, (number) => struck("rejected", number));
  const { valid, invalid, duplicates, rejected } = sorted;
  const asked = [...valid, ...rejected];
  if (valid.length === 0) {
    const message = "Please enter a valid mobile number with country code.";
    return unbilled(failure(400, "LKP400", "INVALID_FIELD_FORMAT", message), asked);
  }
  const data = valid.flatMap(answeredFor(struck)).map((number, index) => {
    const lookup_id = makeLookupId({ number, requestedAt: now }, index);
    const url = `${origin}/api/v1/${sid}/lookup/get-info/${lookup_id}`;
    return { lookup_id, mobile_number: number.slice(1), url };
  });
  const body = {
    data: {
      code: "LKP201",
      message: "Request accepted successfully",
      id: `${new Date(now).toISOString().slice(0, 10)}-${hash32(valid.join()).toString(16)}`,
      total_processed_count: valid.length,
      data,
      invalid_count: invalid.length,
      duplicate_count: duplicates,
    },
    error: {},
  };
  return { reply: { status: 200, body }, asked, billed: valid };
}

/** The numbers that an answer names for one that was asked: itself, unless a fault strikes it. */
function answeredFor(struck: Struck): (number: string) => string[] {
  return (number) => [
    ...(struck("missing", number) ? [] : [number]),
    ...(struck("doubled", number) ? [number] : []),
    ...(struck("foreign", number) ? [foreignNumber(number)] : []),
  ];
}
