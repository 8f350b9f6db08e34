import { z } from "zod";
import type { CallOptions, Connection } from "./connection";
import type { Failed } from "./failures";
import { malformed, sendCall } from "./http";
import { mapAnswer } from "./mapper";
import type { AnswerNotes, Verdict } from "./verdict";

const oneDevice = z.object({ data: z.looseObject({}) });

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
  const answered = await sendCall(connection, { method: "GET", url }, options);
  if (!answered.ok) return answered;
  const parsed = oneDevice.safeParse(answered.body);
  if (!parsed.success) return malformed(answered.httpStatus, "The answer holds no device.");
  const { verdicts, notes } = mapAnswer([number], {
    devices: [parsed.data.data],
    invalidNumbers: [],
    claimedDevices: undefined,
    claimedInvalid: undefined,
  });
  const verdict = verdicts[0] ?? { number, outcome: "no_answer" };
  return { ok: true, httpStatus: answered.httpStatus, verdict, notes };
}
