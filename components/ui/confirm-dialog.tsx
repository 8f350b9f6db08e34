"use client";

import type { ReactNode } from "react";
import { fetchedDialog } from "./fetched-dialog";

export interface ConfirmDialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** A question: "Delete this run?" */
  title: ReactNode;
  /** What is destroyed or spent, in figures. */
  children: ReactNode;
  /** The deed, not "OK": "Delete the run". */
  confirmLabel: string;
  /** The way back; to be said otherwise where the deed itself is a cancelling. */
  dismissLabel?: string;
  onConfirm: () => void;
  isPending?: boolean;
  /** Why it did not work. */
  error?: string | null;
  isDanger?: boolean;
  /** For what cannot be undone: this has to be typed first. */
  typeToConfirm?: string;
}

/** Asks before a deed that destroys or spends. */
export const ConfirmDialog = fetchedDialog<ConfirmDialogProps>(
  async () => (await import("./confirm-question")).ConfirmQuestion,
);
