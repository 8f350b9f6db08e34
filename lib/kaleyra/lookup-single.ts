import type { CallOptions, Connection } from "./connection";
import type { Failed } from "./failures";
import type { AnswerNotes, Verdict } from "./verdict";

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
export declare function lookupSingle(
  connection: Connection,
  number: string,
  options?: CallOptions,
): Promise<SingleAnswered | Failed>;
