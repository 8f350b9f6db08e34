"use client";

import type { ReactNode, RefAttributes } from "react";
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
} from "react-aria-components/Button";
import { ProgressBar } from "react-aria-components/ProgressBar";
import { type ButtonLook, buttonStyle } from "./button-style";
import { cx } from "./cx";
import { Spinner } from "./spinner";

export interface ButtonProps
  extends Omit<AriaButtonProps, "className" | "children" | "style">,
    RefAttributes<HTMLButtonElement>,
    ButtonLook {
  children: ReactNode;
}

/** A button. `isPending` keeps its width and focus, shows a ring, says so, and takes no second press. */
export function Button({ variant, size, isIcon, className, children, ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className={buttonStyle({ variant, size, isIcon, className })}>
      {({ isPending }) => (
        <>
          <span className={cx("inline-flex items-center gap-[inherit]", isPending && "invisible")}>
            {children}
          </span>
          {isPending && (
            <ProgressBar
              aria-label="Working"
              isIndeterminate
              className="absolute inset-0 grid place-items-center"
            >
              <Spinner />
            </ProgressBar>
          )}
        </>
      )}
    </AriaButton>
  );
}
