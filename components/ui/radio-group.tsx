"use client";

import type { ReactNode } from "react";
import {
  RadioGroup as AriaRadioGroup,
  type RadioGroupProps as AriaRadioGroupProps,
  RadioButton,
  RadioField,
  type RadioFieldProps,
} from "react-aria-components/RadioGroup";
import { Text } from "react-aria-components/Text";
import { cx } from "./cx";
import { FieldLabel, FieldNotes, type FieldWords } from "./field";

export interface RadioGroupProps
  extends Omit<AriaRadioGroupProps, "className" | "style" | "children">,
    FieldWords {
  children: ReactNode;
  className?: string;
}

/** One of a few choices that are all seen at once. */
export function RadioGroup({
  label,
  description,
  error,
  children,
  className,
  ...props
}: RadioGroupProps) {
  return (
    <AriaRadioGroup
      validationBehavior="aria"
      {...props}
      isInvalid={error ? true : props.isInvalid}
      className={cx("flex flex-col gap-2", className)}
    >
      <FieldLabel label={label} />
      <div className="flex flex-col gap-2">{children}</div>
      <FieldNotes description={description} error={error} />
    </AriaRadioGroup>
  );
}

export interface RadioProps extends Omit<RadioFieldProps, "className" | "style" | "children"> {
  children: ReactNode;
  description?: ReactNode;
  /** With a frame around it, for choices that matter. */
  isCard?: boolean;
}

export function Radio({ children, description, isCard = false, ...props }: RadioProps) {
  return (
    <RadioField
      {...props}
      className={cx(
        "flex flex-col",
        isCard &&
          "rounded-md border border-line-strong bg-surface p-3 data-selected:border-ink data-selected:ring-1 data-selected:ring-ink",
      )}
    >
      <RadioButton className="group flex min-h-6 items-start gap-2.5 text-base text-ink outline-none! data-disabled:text-muted">
        {({ isSelected, isFocusVisible }) => (
          <>
            <span
              className={cx(
                "mt-0.5 size-4.5 shrink-0 rounded-full border bg-surface transition-all",
                isSelected
                  ? "border-[5px] border-ink"
                  : "border-field group-data-hovered:border-muted",
                isFocusVisible && "outline-2 outline-offset-2 outline-focus",
              )}
            />
            <span className="min-w-0">{children}</span>
          </>
        )}
      </RadioButton>
      {description && (
        <Text slot="description" className="ml-7 text-sm text-muted">
          {description}
        </Text>
      )}
    </RadioField>
  );
}
