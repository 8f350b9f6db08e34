import { z } from "zod";
import { cleanText } from "./clean-text";
import type { CallOptions, Connection } from "./connection";
import { digitsOf } from "./digits";
import type { Failed } from "./failures";
import { malformed, sendCall } from "./http";

const items = z.object({
  id: z.unknown().optional(),
  data: z.array(z.unknown()),
  invalid_count: z.int().min(0).catch(0).default(0),
});
const answer = z.union([z.object({ data: items }).transform(({ data }) => data), items]);
const item = z.object({
  lookup_id: z.string().regex(/^[\x21-\x7e]{1,200}$/),
  mobile_number: z.unknown(),
});

export interface NumberLookupsAccepted {
  ok: true;
  httpStatus: number;
  /** Kaleyra's id of the whole request. */
  requestId: string | null;
  /** The id under which the details of a number can be fetched; at most one for each number. */
  accepted: { number: string; lookupId: string }[];
  /** Asked numbers for which no id came back: no answer. */
  missing: string[];
  /** How many of the missing Kaleyra calls invalid, without naming them. */
  invalid: number;
}

/**
 * Asks for the details of numbers; they are fetched by lookup id with `getNumberLookup`.
 *
 * @param numbers E.164 with `+`, unique
 * @see Kaleyra, POST API Lookup. Its `url` fields are not followed: the key would go along.
 */
export async function requestNumberLookups(
  connection: Connection,
  numbers: readonly string[],
  options: CallOptions = {},
): Promise<NumberLookupsAccepted | Failed> {
  const url = `${connection.apiUrl}/v1/${encodeURIComponent(connection.sid)}/lookup`;
  const call = { method: "POST" as const, url, body: { mobile: numbers } };
  const answered = await sendCall(connection, call, options);
  if (!answered.ok) return answered;
  const parsed = answer.safeParse(answered.body);
  if (!parsed.success) {
    return malformed(answered.httpStatus, "The answer holds no list of lookup ids.");
  }
  const idByDigits = new Map<string | null, string>();
  for (const value of parsed.data.data) {
    const { success, data } = item.safeParse(value);
    if (!success) continue;
    const digits = digitsOf(data.mobile_number);
    if (!idByDigits.has(digits)) idByDigits.set(digits, data.lookup_id);
  }
  const accepted = numbers.flatMap((number) => {
    const lookupId = idByDigits.get(digitsOf(number));
    return lookupId === undefined ? [] : [{ number, lookupId }];
  });
  const known = new Set(accepted.map(({ number }) => number));
  const missing = numbers.filter((number) => !known.has(number));
  return {
    ok: true,
    httpStatus: answered.httpStatus,
    requestId: cleanText(parsed.data.id, 200),
    accepted,
    missing,
    invalid: Math.min(missing.length, parsed.data.invalid_count),
  };
}
