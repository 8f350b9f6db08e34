"use client";

import type { ReactNode } from "react";
import { Tooltip as AriaTooltip, TooltipTrigger } from "react-aria-components/Tooltip";

export interface TooltipProps {
  /** What is said. */
  text: ReactNode;
  /** A Button of the kit, or another thing that takes focus. */
  children: ReactNode;
  placement?: "top" | "bottom" | "left" | "right";
}

/** A word about a button, at hover and at focus. Nothing that is needed may stand only here. */
export function Tooltip({ text, children, placement = "top" }: TooltipProps) {
  return (
    <TooltipTrigger delay={400} closeDelay={80}>
      {children}
      <AriaTooltip
        placement={placement}
        offset={6}
        className="max-w-72 rounded-sm bg-ink px-2.5 py-1.5 text-on-ink text-sm shadow-lg transition-opacity duration-100 data-entering:opacity-0 data-exiting:opacity-0"
      >
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
