"use client";

import { type ReactNode, useState } from "react";
import { Button, type ButtonProps } from "@/components/ui/button";
import type { RunView } from "@/lib/api/runs";
import type { DetailsChoice } from "./details-choice";
import { StartDetailsDialog } from "./start-details-dialog";

export interface LookUpDetailsProps extends Pick<ButtonProps, "variant" | "size" | "isDisabled"> {
  run: RunView;
  choice: DetailsChoice;
  children?: ReactNode;
}

/** The button that opens the way to number details. */
export function LookUpDetails({
  run,
  choice,
  children = "Look up number details",
  ...button
}: LookUpDetailsProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button {...button} onPress={() => setOpen(true)}>
        {children}
      </Button>
      <StartDetailsDialog run={run} choice={choice} isOpen={isOpen} onOpenChange={setOpen} />
    </>
  );
}
