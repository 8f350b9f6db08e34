"use client";

import type { ReactNode } from "react";
import {
  CheckboxButton,
  CheckboxField,
  type CheckboxFieldProps,
} from "react-aria-components/Checkbox";
import { Text } from "react-aria-components/Text";
import { cx } from "./cx";
import { CheckIcon, MinusIcon } from "./icons";

export interface CheckboxProps
  extends Omit<CheckboxFieldProps, "className" | "style" | "children"> {
  children: ReactNode;
  description?: ReactNode;
  className?: string;
}

/** Yes or no; in a form, nothing happens before it is sent. */
export function Checkbox({ children, description, className, ...props }: CheckboxProps) {
  return (
    <CheckboxField {...props} className={cx("flex flex-col", className)}>
      <CheckboxButton className="group flex min-h-6 items-start gap-2.5 text-base text-ink outline-none! data-disabled:text-muted">
        {({ isSelected, isIndeterminate, isFocusVisible }) => (
          <>
            <span
              className={cx(
                "mt-0.5 grid size-4.5 shrink-0 place-items-center rounded-xs border transition-colors",
                isSelected || isIndeterminate
                  ? "border-ink bg-ink text-on-ink"
                  : "border-field bg-surface group-data-hovered:border-muted",
                isFocusVisible && "outline-2 outline-offset-2 outline-focus",
              )}
            >
              {isIndeterminate ? (
                <MinusIcon className="size-3.5" strokeWidth="2.5" />
              ) : (
                isSelected && <CheckIcon className="size-3.5" strokeWidth="2.5" />
              )}
            </span>
            <span className="min-w-0">{children}</span>
          </>
        )}
      </CheckboxButton>
      {description && (
        <Text slot="description" className="ml-7 text-sm text-muted">
          {description}
        </Text>
      )}
    </CheckboxField>
  );
}
