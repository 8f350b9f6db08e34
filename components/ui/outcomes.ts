import type { OutcomeName } from "@/lib/api/common";
import type { Tone } from "./badge";
import {
  BlockedIcon,
  ClockIcon,
  DashCircleIcon,
  FailedIcon,
  type Icon,
  QuestionIcon,
  SignalIcon,
} from "./icons";

export interface OutcomeLook {
  label: string;
  /** What it means, in a sentence. */
  meaning: string;
  tone: Tone;
  /** For charts: a CSS colour that follows the theme. */
  color: string;
  /** For bars: the background of a share. */
  fill: string;
  icon: Icon;
}

/** The order in which outcomes are shown, everywhere. */
export const OUTCOME_ORDER: readonly OutcomeName[] = [
  "rcs",
  "not_rcs",
  "no_answer",
  "failed",
  "rejected",
  "pending",
];

/** The words and the look of each outcome, the same on every page. */
export const OUTCOMES: Record<OutcomeName, OutcomeLook> = {
  rcs: {
    label: "Reachable on RCS",
    meaning: "Kaleyra says that this number can receive RCS messages.",
    tone: "reach",
    color: "var(--color-reach)",
    fill: "bg-reach",
    icon: SignalIcon,
  },
  not_rcs: {
    label: "Not on RCS",
    meaning: "Kaleyra says that this number cannot receive RCS messages.",
    tone: "not-rcs",
    color: "var(--color-not-rcs)",
    fill: "bg-not-rcs",
    icon: DashCircleIcon,
  },
  no_answer: {
    label: "No answer",
    meaning: "Kaleyra was asked and said nothing about this number. It can be looked up again.",
    tone: "no-answer",
    color: "var(--color-no-answer)",
    fill: "bg-no-answer",
    icon: QuestionIcon,
  },
  failed: {
    label: "Failed",
    meaning: "The call failed, so nothing is known about this number. It can be looked up again.",
    tone: "failed",
    color: "var(--color-failed)",
    fill: "bg-failed",
    icon: FailedIcon,
  },
  rejected: {
    label: "Rejected by Kaleyra",
    meaning: "Kaleyra does not accept this number as valid.",
    tone: "rejected",
    color: "var(--color-rejected)",
    fill: "bg-rejected",
    icon: BlockedIcon,
  },
  pending: {
    label: "Not checked",
    meaning: "This number has not been looked up yet.",
    tone: "pending",
    color: "var(--color-pending)",
    fill: "bg-pending fill-stripes",
    icon: ClockIcon,
  },
};
