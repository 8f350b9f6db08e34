import { z } from "zod";
import type { CallOptions, Connection } from "./connection";
import type { Failed } from "./failures";
import { malformed, sendCall } from "./http";
import { type NumberDetails, readNumberDetails } from "./number-details";

const ACCEPTED = 202;

const items = z.object({ data: z.array(z.unknown()) });
const answer = z.union([z.object({ data: items }).transform(({ data }) => data), items]);

export interface NumberLookupAnswered {
  ok: true;
  httpStatus: number;
  /** Null while the lookup is still under way: ask again later. Asking costs nothing. */
  details: NumberDetails | null;
}

/**
 * Fetches the details of a number that `requestNumberLookups` asked for.
 *
 * @see Kaleyra, GET Lookup Details by Lookup ID. No document says how an unfinished lookup looks:
 * status 202, an empty list and an item without details are all taken for one.
 */
export async function getNumberLookup(
  connection: Connection,
  lookupId: string,
  options: CallOptions = {},
): Promise<NumberLookupAnswered | Failed> {
  // Kaleyra prints the colon of an id as it is.
  const id = encodeURIComponent(lookupId).replaceAll("%3A", ":");
  const sid = encodeURIComponent(connection.sid);
  const url = `${connection.apiUrl}/api/v1/${sid}/lookup/get-info/${id}`;
  const answered = await sendCall(connection, { method: "GET", url }, options);
  if (!answered.ok) return answered;
  const { httpStatus } = answered;
  if (httpStatus === ACCEPTED) return { ok: true, httpStatus, details: null };
  const parsed = answer.safeParse(answered.body);
  if (!parsed.success) return malformed(httpStatus, "The answer holds no details.");
  const { data } = parsed.data;
  const own = data.find((item) => isOf(item, lookupId)) ?? data[0];
  return { ok: true, httpStatus, details: readNumberDetails(own) };
}

const isOf = (item: unknown, lookupId: string) =>
  typeof item === "object" && item !== null && "lookup_id" in item && item.lookup_id === lookupId;
