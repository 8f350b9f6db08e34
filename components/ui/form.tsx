"use client";

import { type FormEvent, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
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
  // React Aria takes a complaint back when its field is left. By then the pointer is down on the
  // button below, which moves up from under it, and the press is lost.
  const [changed, setChanged] = useState({ of: fields, names: [] as string[] });
  const shown = useMemo(() => {
    const names = changed.of === fields ? changed.names : [];
    return Object.fromEntries(
      Object.entries(fields ?? {}).filter(([name]) => !names.includes(name)),
    );
  }, [fields, changed]);
  function noteChange({ target }: FormEvent) {
    const name = target instanceof HTMLInputElement ? target.name : "";
    if (!shown[name]) return;
    setChanged({ of: fields, names: [...(changed.of === fields ? changed.names : []), name] });
  }
  return (
    <AriaForm
      ref={form}
      render={(props) => <form {...props} onInput={noteChange} />}
      // Before the script runs, a press sends the form natively: never with a password in the URL.
      method="post"
      validationBehavior="aria"
      validationErrors={shown}
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
