"use client";

import { useMemo } from "react";
import { Button } from "react-aria-components/Button";
import {
  ComboBox as AriaComboBox,
  type ComboBoxProps as AriaComboBoxProps,
} from "react-aria-components/ComboBox";
import { Input } from "react-aria-components/Input";
import { cx } from "./cx";
import { FieldLabel, FieldNotes, type FieldWords, fieldBox, fieldColumn } from "./field";
import { ChevronDownIcon } from "./icons";
import { type Choice, Options } from "./options";
import { Popover } from "./popover";

export interface ComboBoxProps
  extends Omit<
      AriaComboBoxProps<Choice>,
      | "className"
      | "style"
      | "children"
      | "value"
      | "defaultValue"
      | "onChange"
      | "selectionMode"
      | "items"
      | "defaultItems"
    >,
    FieldWords {
  choices: readonly Choice[];
  value?: string | null;
  defaultValue?: string;
  onChange?: (id: string | null) => void;
  placeholder?: string;
  /** Said when nothing matches. */
  empty?: string;
  className?: string;
}

/** One of many choices, found by typing. */
export function ComboBox({
  label,
  description,
  error,
  choices,
  onChange,
  placeholder,
  empty = "Nothing matches.",
  className,
  ...props
}: ComboBoxProps) {
  const found = useMemo(
    () => new Map(choices.map((choice) => [choice.label, searchText(choice)])),
    [choices],
  );
  return (
    <AriaComboBox
      validationBehavior="aria"
      menuTrigger="focus"
      allowsEmptyCollection
      {...props}
      defaultItems={choices}
      defaultFilter={(label, typed) => found.get(label)?.includes(typed.toLowerCase()) ?? true}
      onChange={(key) => onChange?.(key === null ? null : String(key))}
      isInvalid={error ? true : props.isInvalid}
      className={cx(fieldColumn, className)}
    >
      <FieldLabel label={label} />
      <div className="relative">
        <Input
          placeholder={placeholder}
          className={cx(fieldBox, "h-9 pr-9 pl-3")}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button className="absolute inset-y-0 right-0 grid w-9 place-items-center text-muted">
          <ChevronDownIcon className="size-4" />
        </Button>
      </div>
      <FieldNotes description={description} error={error} />
      <Popover className="w-(--trigger-width) min-w-64">
        <Options empty={empty} />
      </Popover>
    </AriaComboBox>
  );
}

function searchText({ label, note = "", keywords = "" }: Choice): string {
  return `${label} ${note} ${keywords}`.toLowerCase();
}
