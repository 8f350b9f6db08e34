import type { Failure } from "./failures";

/**
 * What Kaleyra itself said of a failed call, numbers masked. Null when it said nothing: of a call
 * that got no answer, or none that can be read, the message is the network's or ours.
 */
export function ownWords({ kind, httpStatus, message }: Failure): string | null {
  return httpStatus === undefined || kind === "malformed" ? null : (message ?? null);
}
