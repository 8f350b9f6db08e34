"use client";

import { useState } from "react";
import { Form } from "react-aria-components/Form";
import { Button } from "./button";
import type { ConfirmDialogProps } from "./confirm-dialog";
import { Dialog, DialogActions } from "./dialog";
import { FormError } from "./form-error";
import { TextField } from "./text-field";

/** What `ConfirmDialog` opens. */
export function ConfirmQuestion({ isOpen, onOpenChange, title, ...rest }: ConfirmDialogProps) {
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={title}
      role="alertdialog"
      isDismissable={false}
    >
      {(close) => <Question {...rest} close={close} />}
    </Dialog>
  );
}

type QuestionProps = Omit<ConfirmDialogProps, "isOpen" | "onOpenChange" | "title"> & {
  close: () => void;
};

/** Lives only while the dialog is open, so that what was typed does not outlive it. */
function Question({
  children,
  confirmLabel,
  dismissLabel = "Cancel",
  onConfirm,
  isPending = false,
  error,
  isDanger = false,
  typeToConfirm,
  close,
}: QuestionProps) {
  const [typed, setTyped] = useState("");
  const isBlocked = typeToConfirm !== undefined && typed.trim() !== typeToConfirm.trim();
  return (
    <Form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBlocked && !isPending) onConfirm();
      }}
    >
      <div className="flex flex-col gap-2 text-soft">{children}</div>
      {typeToConfirm !== undefined && (
        <TextField
          label={
            <>
              Type <strong className="font-semibold">{typeToConfirm}</strong> to confirm
            </>
          }
          value={typed}
          onChange={setTyped}
          autoComplete="off"
          autoFocus
        />
      )}
      <FormError message={error} />
      <DialogActions>
        <Button onPress={close} autoFocus={typeToConfirm === undefined}>
          {dismissLabel}
        </Button>
        <Button
          type="submit"
          variant={isDanger ? "danger" : "primary"}
          isDisabled={isBlocked}
          isPending={isPending}
        >
          {confirmLabel}
        </Button>
      </DialogActions>
    </Form>
  );
}
