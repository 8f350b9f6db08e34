"use client";

import { Button } from "react-aria-components/Button";
import { Group } from "react-aria-components/Group";
import { Input } from "react-aria-components/Input";
import {
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaNumberFieldProps,
} from "react-aria-components/NumberField";
import { cx } from "./cx";
import { FieldLabel, FieldNotes, type FieldWords, fieldBox, fieldColumn } from "./field";
import { MinusIcon, PlusIcon } from "./icons";

export interface NumberFieldProps
  extends Omit<AriaNumberFieldProps, "className" | "style" | "children">,
    FieldWords {
  className?: string;
  /** Buttons for one more and one less; no for amounts, where one is a great deal. */
  hasSteps?: boolean;
}

const stepper =
  "grid w-7 place-items-center border-line border-l text-muted hover:bg-hover hover:text-ink data-disabled:opacity-40";

/** A number, typed or stepped with the arrow keys. */
export function NumberField({
  label,
  description,
  error,
  className,
  hasSteps = true,
  ...props
}: NumberFieldProps) {
  return (
    <AriaNumberField
      validationBehavior="aria"
      {...props}
      isInvalid={error ? true : props.isInvalid}
      className={cx(fieldColumn, className)}
    >
      <FieldLabel label={label} />
      <Group className="relative">
        <Input className={cx(fieldBox, "h-9 pl-3 tabular-nums", hasSteps ? "pr-16" : "pr-3")} />
        {hasSteps && (
          <div className="absolute inset-y-px right-px flex overflow-hidden rounded-r-md">
            <Button slot="decrement" className={stepper}>
              <MinusIcon className="size-3.5" />
            </Button>
            <Button slot="increment" className={stepper}>
              <PlusIcon className="size-3.5" />
            </Button>
          </div>
        )}
      </Group>
      <FieldNotes description={description} error={error} />
    </AriaNumberField>
  );
}
