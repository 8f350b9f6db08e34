"use client";

import { Meter as AriaMeter, type MeterProps as AriaMeterProps } from "react-aria-components/Meter";
import { cx } from "./cx";

export interface MeterProps extends Omit<AriaMeterProps, "className" | "style" | "children"> {
  /** Read out; what is measured stands beside it on the page. */
  label: string;
  className?: string;
}

/** A share of a whole, as a thin bar in the colour of reach. Not for work under way. */
export function Meter({ label, className, ...props }: MeterProps) {
  return (
    <AriaMeter {...props} aria-label={label} className={cx("block w-full", className)}>
      {({ percentage }) => (
        <div className="h-1.5 overflow-hidden rounded-full bg-pressed">
          <div className="h-full rounded-full bg-reach" style={{ width: `${percentage}%` }} />
        </div>
      )}
    </AriaMeter>
  );
}
