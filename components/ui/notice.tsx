import type { ReactNode } from "react";
import { cx } from "./cx";
import { DangerIcon, type Icon, InfoIcon, SuccessIcon, WarningIcon } from "./icons";

export type NoticeTone = "info" | "success" | "warning" | "danger";

const looks: Record<NoticeTone, { box: string; sign: string; icon: Icon }> = {
  info: { box: "border-accent/25 bg-accent-soft", sign: "text-accent", icon: InfoIcon },
  success: { box: "border-reach/30 bg-reach-soft", sign: "text-reach-ink", icon: SuccessIcon },
  warning: {
    box: "border-no-answer/50 bg-no-answer-soft",
    sign: "text-no-answer-ink",
    icon: WarningIcon,
  },
  danger: { box: "border-failed/30 bg-failed-soft", sign: "text-failed-ink", icon: DangerIcon },
};

export interface NoticeProps {
  tone?: NoticeTone;
  title?: ReactNode;
  children?: ReactNode;
  /** What to do about it: a Button or LinkButton, size sm. */
  action?: ReactNode;
  /** Read out when it appears: for what comes up while the page is open. */
  isLive?: boolean;
  className?: string;
}

/** A message in the place that it is about. */
export function Notice({
  tone = "info",
  title,
  children,
  action,
  isLive = false,
  className,
}: NoticeProps) {
  const { box, sign, icon: Icon } = looks[tone];
  return (
    <div
      role={isLive ? (tone === "danger" ? "alert" : "status") : undefined}
      className={cx(
        "flex flex-wrap items-start gap-x-4 gap-y-3 rounded-lg border px-4 py-3",
        box,
        className,
      )}
    >
      <Icon className={cx("mt-px size-5 shrink-0", sign)} />
      <div className="min-w-0 flex-1 basis-56">
        {title && <p className="font-semibold text-ink">{title}</p>}
        {children && <div className="text-soft">{children}</div>}
      </div>
      {action && <div className="flex flex-wrap gap-2">{action}</div>}
    </div>
  );
}
