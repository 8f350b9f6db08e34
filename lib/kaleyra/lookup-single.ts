import { z } from "zod";
import type { CallOptions, Connection } from "./connection";
import { isReadable } from "./device";
import type { Failed } from "./failures";
import { malformed, sendCall } from "./http";
import { mapAnswer } from "./mapper";
import type { AnswerNotes, Verdict } from "./verdict";

const device = z.looseObject({});
/** One device in `data`, as documented; as a list of one, or without an envelope, as the older bulk lookup. */
const oneDevice = z.union([
  z.object({ data: device }).transform(({ data }) => data),
  z.object({ data: z.tuple([device]) }).transform(({ data }) => data[0]),
  z.looseObject({ deviceAddress: z.unknown(), rcsEnabled: z.unknown() }),
]);
const holdsDevice = (body: unknown) => isReadable(oneDevice.safeParse(body).data);

export interface SingleAnswered {
  ok: true;
  httpStatus: number;
  /** Never `rejected`: an invalid number comes as a failure of the kind `invalid_number`. */
  verdict: Verdict;
  notes: AnswerNotes;
}

/**
 * Looks up one number.
 *
 * @param number E.164 with `+`
 * @see Kaleyra, Single Device Lookup and Single Number Capability Check
 */
export async function lookupSingle(
  connection: Connection,
  number: string,
  options: CallOptions = {},
): Promise<SingleAnswered | Failed> {
  const sid = encodeURIComponent(connection.sid);
  const url = `${connection.rcsUrl}/v1/${sid}/rcs/lookup/${encodeURIComponent(number)}`;
  const call = { method: "GET", url, holdsAnswer: holdsDevice } as const;
  const answered = await sendCall(connection, call, options);
  if (!answered.ok) return answered;
  const parsed = oneDevice.safeParse(answered.body);
  if (!parsed.success) return malformed(answered.httpStatus, "The answer holds no device.");
  const { verdicts, notes } = mapAnswer([number], {
    devices: [parsed.data],
    invalidNumbers: [],
    claimedDevices: undefined,
    claimedInvalid: undefined,
  });
  const verdict = verdicts[0] ?? { number, outcome: "no_answer" };
  return { ok: true, httpStatus: answered.httpStatus, verdict, notes };
}
