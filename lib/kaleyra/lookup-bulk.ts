import type { CallOptions, Connection } from "./connection";
import type { Failed } from "./failures";
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
export declare function lookupBulk(
  connection: Connection,
  numbers: readonly string[],
  options?: CallOptions & { path?: BulkPath },
): Promise<BulkAnswered | Failed>;
