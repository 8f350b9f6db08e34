"use client";

import type { ReactNode } from "react";
import { SwitchButton, SwitchField, type SwitchFieldProps } from "react-aria-components/Switch";
import { Text } from "react-aria-components/Text";
import { cx } from "./cx";

export interface SwitchProps extends Omit<SwitchFieldProps, "className" | "style" | "children"> {
  children: ReactNode;
  description?: ReactNode;
  className?: string;
}

/** On or off; takes effect at once. */
export function Switch({ children, description, className, ...props }: SwitchProps) {
  return (
    <SwitchField {...props} className={cx("flex flex-col", className)}>
      <SwitchButton className="group flex min-h-6 items-center gap-2.5 text-base text-ink outline-none! data-disabled:text-muted">
        {({ isSelected, isFocusVisible }) => (
          <>
            <span
              className={cx(
                "flex h-5 w-9 shrink-0 items-center rounded-full border p-0.5 transition-colors",
                isSelected ? "border-ink bg-ink" : "border-field bg-pressed",
                isFocusVisible && "outline-2 outline-offset-2 outline-focus",
              )}
            >
              <span
                className={cx(
                  "size-3.5 rounded-full shadow-xs transition-transform",
                  isSelected ? "translate-x-4 bg-on-ink" : "bg-muted",
                )}
              />
            </span>
            <span className="min-w-0">{children}</span>
          </>
        )}
      </SwitchButton>
      {description && (
        <Text slot="description" className="ml-11.5 text-sm text-muted">
          {description}
        </Text>
      )}
    </SwitchField>
  );
}
