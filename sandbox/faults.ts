/** The ways in which a whole call can fail. A new one needs its row in `CALL_FAULTS`, no more. */
export const CALL_FAULT_KINDS = [
  "html_502",
  "html_503",
  "rcs_500",
  "prov_502",
  "prov_401",
  "error_200",
  "rate_limit",
  "reset",
  "reset_after_billing",
  "hang",
  "cut_off",
  "slow",
  "endless",
  "oversize",
  "gzip_bomb",
  "nonsense",
  "redirect",
] as const;

/** The ways in which the answer can be wrong about a single number, in the order they are done. */
export const NUMBER_FAULT_KINDS = [
  "rejected",
  "missing",
  "doubled",
  "contradicted",
  "foreign",
  "without_plus",
  "chat_address",
  "without_carrier",
  "odd_status",
  "flag_as_text",
  "flag_unreadable",
] as const;

/** Everything that `failEvery` can do. */
export const FAULT_KINDS = [...CALL_FAULT_KINDS, ...NUMBER_FAULT_KINDS, "wrong_counts"] as const;

export type CallFaultKind = (typeof CALL_FAULT_KINDS)[number];
export type NumberFaultKind = (typeof NUMBER_FAULT_KINDS)[number];
export type FaultKind = (typeof FAULT_KINDS)[number];

/** What a log says of a call: its fault, or that the sandbox was down. */
export type LoggedFault = FaultKind | "down";

const callFaults: ReadonlySet<string> = new Set(CALL_FAULT_KINDS);

export function isCallFault(kind: FaultKind): kind is CallFaultKind {
  return callFaults.has(kind);
}
