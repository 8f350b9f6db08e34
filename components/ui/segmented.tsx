"use client";

import type { ReactNode } from "react";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { ToggleButtonGroup } from "react-aria-components/ToggleButtonGroup";
import { cx } from "./cx";

export interface SegmentedItem {
  id: string;
  label: ReactNode;
}

export interface SegmentedProps {
  /** Read out before the choices. */
  label: string;
  items: readonly SegmentedItem[];
  value: string;
  onChange: (id: string) => void;
  className?: string;
}

/** One of a few ways to look at the same thing; takes effect at once. */
export function Segmented({ label, items, value, onChange, className }: SegmentedProps) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const [chosen] = keys;
        if (chosen !== undefined) onChange(String(chosen));
      }}
      className={cx("inline-flex flex-wrap gap-0.5 rounded-md bg-hover p-0.5", className)}
    >
      {items.map((item) => (
        <ToggleButton
          key={item.id}
          id={item.id}
          className="flex h-7 items-center gap-1.5 rounded-sm px-2.5 font-medium text-muted text-sm transition-colors data-selected:bg-chosen data-hovered:text-ink data-selected:text-ink data-selected:shadow-xs"
        >
          {item.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
