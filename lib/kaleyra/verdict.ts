/** What one answer says of one number that was asked. */
export type Verdict =
  | {
      number: string;
      /** Reachable on RCS or not. */
      outcome: "rcs" | "not_rcs";
      /** Null: Kaleyra did not provide it, as in every lookup of an EU number. */
      carrier: string | null;
      /** `ACTIVE`, `INACTIVE`, `UNKNOWN`, or Kaleyra's own word; null: not provided. */
      carrierStatus: string | null;
    }
  /** Asked, but the answer says nothing (readable) of it. It may be asked again. */
  | { number: string; outcome: "no_answer" }
  /** Kaleyra calls the number invalid. */
  | { number: string; outcome: "rejected"; reason: string };

/** What was odd about an answer. All zero and false when nothing was. */
export interface AnswerNotes {
  /** Asked numbers of which the answer says nothing. */
  missing: number;
  /** Devices or invalid numbers that nobody asked for. */
  unasked: number;
  /** Further entries for a number that already had one. */
  doubled: number;
  /** Numbers whose entries contradict each other: they end as `no_answer`. */
  conflicting: number;
  /** Entries that can't be read, such as one without a readable `rcsEnabled`. */
  unreadable: number;
  /** Entries whose `rcsEnabled` came as text, such as "true" in quotes: read all the same. */
  asText: number;
  /** Kaleyra's own counts do not agree with its lists. */
  countsDisagree: boolean;
}

/** The notes of an answer in which nothing is odd. */
export const NOTHING_ODD: Readonly<AnswerNotes> = {
  missing: 0,
  unasked: 0,
  doubled: 0,
  conflicting: 0,
  unreadable: 0,
  asText: 0,
  countsDisagree: false,
};
