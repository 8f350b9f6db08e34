"use client";

import {
  Popover as AriaPopover,
  type PopoverProps as AriaPopoverProps,
} from "react-aria-components/Popover";
import { cx } from "./cx";

export interface PopoverProps extends Omit<AriaPopoverProps, "className" | "style"> {
  className?: string;
}

/** The floating plane of menus and lists. */
export function Popover({ className, ...props }: PopoverProps) {
  return (
    <AriaPopover
      offset={6}
      {...props}
      className={cx(
        "max-w-[calc(100vw-2rem)] overflow-auto rounded-lg border border-line bg-raised p-1 text-ink shadow-lg outline-none transition duration-100 ease-out data-entering:opacity-0 data-exiting:opacity-0 data-entering:-translate-y-1",
        className,
      )}
    />
  );
}
