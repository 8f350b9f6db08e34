import type { Verdict } from "@/lib/kaleyra/verdict";

/** What is to be stored of one contact. */
export interface ContactOutcome {
  line: number;
  country: string;
  outcome: Verdict["outcome"] | "failed";
  carrier: string | null;
  carrierStatus: string | null;
  /** The failure kind of a failed call, or Kaleyra's reason for a rejected number. */
  failure: string | null;
}
