"use client";

import { useState } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { NOT_PROVIDED_WORDS } from "@/components/ui/not-provided";
import type { ContactView } from "@/lib/api/results";
import { lowerFirst } from "@/lib/format";
import { ContactDetailsDialog } from "./contact-details-dialog";
import { networkLine } from "./detail-facts";
import { contactState } from "./pass-words";

export interface ContactDetailsProps {
  contact: ContactView;
  /** Stands without a heading, so that it has to say itself what it is about. */
  isNamed?: boolean;
}

/** The number details of a contact in a line or two; all of them at a press. */
export function ContactDetails({ contact, isNamed = false }: ContactDetailsProps) {
  const [isOpen, setOpen] = useState(false);
  const { details, number } = contact;
  if (details?.state !== "ready") {
    return (
      <span className="text-muted">
        {isNamed && "Details: "}
        {isNamed ? lowerFirst(contactState(details)) : contactState(details)}
      </span>
    );
  }
  const line = networkLine(details);
  return (
    <>
      <AriaButton
        onPress={() => setOpen(true)}
        aria-label={`Number details of ${number}: ${details.currentOperator ?? NOT_PROVIDED_WORDS}`}
        className="-mx-1.5 rounded-sm px-1.5 py-0.5 text-left hover:bg-hover"
      >
        <span className="block font-medium text-accent underline decoration-accent/35 underline-offset-3">
          {isNamed && "Details: "}
          {details.currentOperator ?? `Operator: ${NOT_PROVIDED_WORDS.toLowerCase()}`}
        </span>
        {line && <span className="block text-muted text-sm tabular-nums">{line}</span>}
      </AriaButton>
      {isOpen && (
        <ContactDetailsDialog number={number} details={details} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
