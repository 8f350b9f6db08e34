/** What the classic number lookup knows of a number. Null: not given. */
export interface NumberDetails {
  lookupId: string;
  /** E.164 with `+`. */
  number: string | null;
  country: string | null;
  /** Calling code, such as 91. */
  countryCode: number | null;
  currentMcc: string | null;
  currentMnc: string | null;
  currentOperator: string | null;
  originalMcc: string | null;
  originalMnc: string | null;
  originalOperator: string | null;
  ported: boolean | null;
  roaming: boolean | null;
  /** Every further field, as Kaleyra sent it. */
  other: Record<string, unknown>;
}
