"use client";

import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { CloseIcon } from "./icons";

export interface DialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: ReactNode;
  /** `alertdialog` for what destroys: it must be answered. */
  role?: "dialog" | "alertdialog";
  /** May be closed by a press outside of it; no for forms with work in them. */
  isDismissable?: boolean;
  children: ReactNode | ((close: () => void) => ReactNode);
}

/** A window above the page. Focus stays in it, Escape closes it, focus returns to where it was. */
export function Dialog({
  isOpen,
  onOpenChange,
  title,
  role = "dialog",
  isDismissable = true,
  children,
}: DialogProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={isDismissable}
      className="fixed inset-0 z-50 grid place-items-center overflow-y-auto bg-scrim p-4 transition-opacity duration-150 data-entering:opacity-0 data-exiting:opacity-0 max-sm:items-end"
    >
      <Modal className="w-full max-w-lg rounded-xl border border-line bg-raised text-ink shadow-xl transition-transform duration-150 ease-out data-entering:translate-y-2">
        <AriaDialog role={role} className="relative flex flex-col gap-4 p-6 outline-none">
          {({ close }) => (
            <>
              <Heading slot="title" level={2} className="pr-8 font-semibold text-xl">
                {title}
              </Heading>
              {role === "dialog" && (
                <AriaButton
                  aria-label="Close"
                  onPress={close}
                  className="absolute top-4 right-4 grid size-8 place-items-center rounded-sm text-muted hover:bg-hover hover:text-ink"
                >
                  <CloseIcon className="size-4.5" />
                </AriaButton>
              )}
              {typeof children === "function" ? children(close) : children}
            </>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The buttons at the foot of a dialog. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="mt-2 flex justify-end gap-2 max-sm:flex-col-reverse">{children}</div>;
}
