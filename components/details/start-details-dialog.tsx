"use client";

import { fetchedDialog } from "@/components/ui/fetched-dialog";
import type { RunView } from "@/lib/api/runs";
import type { DetailsChoice } from "./details-choice";

export interface StartDetailsDialogProps {
  run: RunView;
  /** What is chosen when it opens. */
  choice: DetailsChoice;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** Shows what looking up number details would ask and cost, before it does so. */
export const StartDetailsDialog = fetchedDialog<StartDetailsDialogProps>(
  async () => (await import("./start-details")).StartDetails,
);
