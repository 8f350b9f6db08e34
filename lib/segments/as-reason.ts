import { INVALID_REASONS, type InvalidReason } from "@/lib/phone/invalid-reason";

const known = (reason: string): reason is InvalidReason =>
  (INVALID_REASONS as readonly string[]).includes(reason);

/** A reason as it is stored; the set is closed, so an unknown one is a defect. */
export function asReason(reason: string): InvalidReason {
  if (!known(reason)) throw new Error(`unknown reason ${reason}`);
  return reason;
}
