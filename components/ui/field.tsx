"use client";

import type { ReactNode } from "react";
import { FieldError } from "react-aria-components/FieldError";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";

/** What every field of a form takes beside its own value. */
export interface FieldWords {
  label: ReactNode;
  /** Under the label: what is wanted, where it is found. */
  description?: ReactNode;
  /** What is wrong; shows the field as invalid. */
  error?: string | null;
}

/** The box that is typed in or pressed. 16 pixels on small screens, or phones zoom into the field. */
export const fieldBox =
  "w-full rounded-md border border-field bg-surface text-ink shadow-xs outline-hidden transition-colors placeholder:text-muted max-sm:text-lg sm:text-base hover:border-muted data-focused:border-focus data-focused:ring-1 data-focused:ring-focus data-invalid:border-danger data-invalid:data-focused:ring-danger data-disabled:cursor-not-allowed data-disabled:bg-sunken data-disabled:text-muted";

export const fieldColumn = "group flex min-w-0 flex-col gap-1.5";

export function FieldLabel({ label }: { label: ReactNode }) {
  return <Label className="text-base font-medium text-ink">{label}</Label>;
}

/** The description, and the error in its place under the box. */
export function FieldNotes({ description, error }: Pick<FieldWords, "description" | "error">) {
  return (
    <>
      {description && (
        <Text slot="description" className="text-sm text-muted">
          {description}
        </Text>
      )}
      <FieldError className="text-sm font-medium text-failed-ink">{error ?? undefined}</FieldError>
    </>
  );
}
