import type { ReactNode } from "react";
import { cx } from "./cx";
import type { Icon } from "./icons";

export type Tone =
  | "neutral"
  | "accent"
  | "reach"
  | "not-rcs"
  | "no-answer"
  | "failed"
  | "rejected"
  | "pending";

const tones: Record<Tone, string> = {
  neutral: "bg-hover text-soft",
  accent: "bg-accent-soft text-accent",
  reach: "bg-reach-soft text-reach-ink",
  "not-rcs": "bg-not-rcs-soft text-not-rcs-ink",
  "no-answer": "bg-no-answer-soft text-no-answer-ink",
  failed: "bg-failed-soft text-failed-ink",
  rejected: "bg-rejected-soft text-rejected-ink",
  pending: "bg-pending-soft text-pending-ink",
};

export interface BadgeProps {
  children: ReactNode;
  tone?: Tone;
  icon?: Icon;
  /** More of it, at hover. */
  title?: string;
  className?: string;
}

/** A word about a thing. */
export function Badge({ children, tone = "neutral", icon: Icon, title, className }: BadgeProps) {
  return (
    <span
      title={title}
      className={cx(
        "inline-flex h-6 items-center gap-1 whitespace-nowrap rounded-sm px-2 font-medium text-sm",
        tones[tone],
        className,
      )}
    >
      {Icon && <Icon className="-ml-0.5 size-4" />}
      {children}
    </span>
  );
}
