"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { Form as AriaForm } from "react-aria-components/Form";
import { cx } from "./cx";
import { FormError } from "./form-error";

export interface FormProps {
  onSubmit: () => void;
  /** From `useFormAction`: shown under the field of that `name`, until it is changed. */
  fields?: Record<string, string>;
  message?: string | null;
  children: ReactNode;
  className?: string;
}

/** A form that shows what is wrong where it is wrong, and leads the focus there. */
export function Form({ onSubmit, fields, message, children, className }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (fields && Object.keys(fields).length > 0) {
      form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
    }
  }, [fields]);
  return (
    <AriaForm
      ref={form}
      // Before the script runs, a press sends the form natively: never with a password in the URL.
      method="post"
      validationBehavior="aria"
      validationErrors={fields}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
      className={cx("flex flex-col gap-5", className)}
    >
      {children}
      <FormError message={message} />
    </AriaForm>
  );
}
