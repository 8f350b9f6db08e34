"use client";

import type { ReactNode } from "react";
import { Label } from "react-aria-components/Label";
import {
  ProgressBar as AriaProgressBar,
  type ProgressBarProps as AriaProgressBarProps,
} from "react-aria-components/ProgressBar";
import { cx } from "./cx";

export interface ProgressBarProps
  extends Omit<AriaProgressBarProps, "className" | "style" | "children"> {
  label: ReactNode;
  /** At the right: what is done, in figures. Without it, the percentage. */
  valueText?: ReactNode;
  tone?: "reach" | "ink";
  size?: "sm" | "md";
  className?: string;
}

/** Work under way. `isIndeterminate` while its length is not known. */
export function ProgressBar({
  label,
  valueText,
  tone = "ink",
  size = "md",
  className,
  ...props
}: ProgressBarProps) {
  return (
    <AriaProgressBar {...props} className={cx("flex w-full flex-col gap-2", className)}>
      {({ percentage, valueText: percent, isIndeterminate }) => (
        <>
          <div className="flex items-baseline justify-between gap-4">
            <Label className="font-medium text-base text-ink">{label}</Label>
            <span className="text-muted text-sm tabular-nums">
              {valueText ?? (isIndeterminate ? null : percent)}
            </span>
          </div>
          <div
            className={cx(
              "overflow-hidden rounded-full bg-pressed",
              size === "sm" ? "h-1.5" : "h-2",
            )}
          >
            <div
              className={cx(
                "h-full rounded-full transition-[width] duration-300 ease-out",
                tone === "reach" ? "bg-reach" : "bg-ink",
                isIndeterminate && "w-2/5 animate-slide",
              )}
              style={isIndeterminate ? undefined : { width: `${percentage ?? 0}%` }}
            />
          </div>
        </>
      )}
    </AriaProgressBar>
  );
}
