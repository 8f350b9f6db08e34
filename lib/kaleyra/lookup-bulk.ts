import { readBulkAnswer } from "./bulk-answer";
import type { CallOptions, Connection } from "./connection";
import { isReadable } from "./device";
import type { Failed } from "./failures";
import { malformed, sendCall } from "./http";
import { mapAnswer } from "./mapper";
import type { BulkPath } from "./operations";
import type { AnswerNotes, Verdict } from "./verdict";

export interface BulkAnswered {
  ok: true;
  httpStatus: number;
  /** Exactly one for each number asked, in the order asked. */
  verdicts: Verdict[];
  notes: AnswerNotes;
}

/**
 * Looks up 100 to 500 numbers in one call.
 *
 * @param numbers E.164 with `+`, unique
 * @see Kaleyra, Bulk Device Lookup (path `bulk`) and Bulk Number Capability Check (path `legacy`)
 */
export async function lookupBulk(
  connection: Connection,
  numbers: readonly string[],
  options: CallOptions & { path?: BulkPath } = {},
): Promise<BulkAnswered | Failed> {
  const base = `${connection.rcsUrl}/v1/${encodeURIComponent(connection.sid)}/rcs/lookup`;
  const url = options.path === "legacy" ? base : `${base}/bulk`;
  const body = { deviceAddresses: numbers };
  const call = { method: "POST", url, body, holdsAnswer: holdsDevices } as const;
  const answered = await sendCall(connection, call, options);
  if (!answered.ok) return answered;
  const answer = readBulkAnswer(answered.body);
  if (answer === null) {
    return malformed(answered.httpStatus, "The answer holds no list of devices.");
  }
  return { ok: true, httpStatus: answered.httpStatus, ...mapAnswer(numbers, answer) };
}

const holdsDevices = (body: unknown) => readBulkAnswer(body)?.devices.some(isReadable) ?? false;
