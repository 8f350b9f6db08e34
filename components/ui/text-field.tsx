"use client";

import type { ReactNode, Ref } from "react";
import { Input } from "react-aria-components/Input";
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from "react-aria-components/TextField";
import { cx } from "./cx";
import { FieldLabel, FieldNotes, type FieldWords, fieldBox, fieldColumn } from "./field";

export interface TextFieldProps
  extends Omit<AriaTextFieldProps, "className" | "style" | "children">,
    FieldWords {
  placeholder?: string;
  className?: string;
  /** `lg` for the one field of a page. */
  size?: "md" | "lg";
  /** Inside the box, before the text. */
  icon?: ReactNode;
  inputRef?: Ref<HTMLInputElement>;
}

/** One line of text. */
export function TextField({
  label,
  description,
  error,
  placeholder,
  className,
  size = "md",
  icon,
  inputRef,
  ...props
}: TextFieldProps) {
  return (
    <AriaTextField
      validationBehavior="aria"
      {...props}
      isInvalid={error ? true : props.isInvalid}
      className={cx(fieldColumn, className)}
    >
      <FieldLabel label={label} />
      <div className="relative">
        {icon && (
          <span className="pointer-events-none absolute inset-y-0 left-3 grid place-items-center text-muted">
            {icon}
          </span>
        )}
        <Input
          ref={inputRef}
          placeholder={placeholder}
          className={cx(
            fieldBox,
            size === "lg" ? "h-12 px-4 text-lg! tabular-nums" : "h-9 px-3",
            icon && "pl-10",
          )}
        />
      </div>
      <FieldNotes description={description} error={error} />
    </AriaTextField>
  );
}
