import type { CallOptions, Connection } from "@/lib/kaleyra/connection";
import type { Failed } from "@/lib/kaleyra/failures";
import { getNumberLookup, type NumberLookupAnswered } from "@/lib/kaleyra/get-number-lookup";

/**
 * Fetches the details of a number by its lookup id. Details of another number are not believed.
 *
 * @param e164 the number that was asked for under the id
 */
export async function fetchDetails(
  connection: Connection,
  lookupId: string,
  e164: string,
  options: CallOptions = {},
): Promise<NumberLookupAnswered | Failed> {
  const answer = await getNumberLookup(connection, lookupId, options);
  if (!answer.ok || !answer.details) return answer;
  const { number } = answer.details;
  if (number === null || number === e164) return answer;
  const message = "The details are of another number.";
  return { ok: false, failure: { kind: "malformed", httpStatus: answer.httpStatus, message } };
}
