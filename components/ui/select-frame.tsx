"use client";

import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import {
  Select as AriaSelect,
  type SelectProps as AriaSelectProps,
  SelectValue,
} from "react-aria-components/Select";
import { cx } from "./cx";
import { FieldLabel, FieldNotes, type FieldWords, fieldBox, fieldColumn } from "./field";
import { ChevronDownIcon } from "./icons";
import type { Choice } from "./options";
import { Popover } from "./popover";

export interface SelectProps
  extends Omit<
      AriaSelectProps<Choice>,
      "className" | "style" | "children" | "value" | "defaultValue" | "onChange" | "selectionMode"
    >,
    FieldWords {
  choices: readonly Choice[];
  value?: string | null;
  defaultValue?: string;
  onChange?: (id: string) => void;
  className?: string;
  /** For a filter in a bar: the label is read out only. */
  isLabelHidden?: boolean;
}

export interface SelectFrameProps extends Omit<SelectProps, "choices"> {
  /** What the popover holds: the options, perhaps with a search above them. */
  list: ReactNode;
}

/** The button that shows the choice, and the popover to choose in. */
export function SelectFrame({
  label,
  description,
  error,
  list,
  onChange,
  className,
  isLabelHidden = false,
  ...props
}: SelectFrameProps) {
  return (
    <AriaSelect
      validationBehavior="aria"
      {...props}
      onChange={(key) => key !== null && onChange?.(String(key))}
      isInvalid={error ? true : props.isInvalid}
      className={cx(fieldColumn, className)}
    >
      <span className={isLabelHidden ? "sr-only" : "contents"}>
        <FieldLabel label={label} />
      </span>
      <Button
        className={cx(
          fieldBox,
          "flex h-9 items-center gap-2 pr-2.5 pl-3 text-left group-data-invalid:border-danger",
        )}
      >
        <SelectValue<Choice> className="min-w-0 flex-1 truncate data-placeholder:text-muted">
          {({ isPlaceholder, selectedItems, defaultChildren }) =>
            isPlaceholder ? defaultChildren : selectedItems[0]?.label
          }
        </SelectValue>
        <ChevronDownIcon className="size-4 shrink-0 text-muted" />
      </Button>
      <FieldNotes description={description} error={error} />
      <Popover className="min-w-(--trigger-width)">{list}</Popover>
    </AriaSelect>
  );
}
