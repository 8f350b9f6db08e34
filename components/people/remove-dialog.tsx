"use client";

import { ConfirmQuestion } from "@/components/ui/confirm-question";
import { errorMessage } from "@/components/ui/error-message";
import { callApi } from "@/lib/api/client";
import type { PersonDialogProps } from "./person-dialog";
import { usePeopleStep } from "./use-people-step";

/** Removes a person from the account. */
export function RemoveDialog({ accountId, person, isOpen, onOpenChange }: PersonDialogProps) {
  const removal = usePeopleStep(accountId, () =>
    callApi("removePerson", { params: { id: accountId, userId: person.id } }),
  );
  return (
    <ConfirmQuestion
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={person.isYou ? "Leave this account?" : `Remove ${person.name}?`}
      confirmLabel={person.isYou ? "Leave the account" : "Remove"}
      isDanger
      onConfirm={() => removal.mutate(undefined, { onSuccess: () => onOpenChange(false) })}
      isPending={removal.isPending}
      error={removal.error && errorMessage(removal.error)}
    >
      <p>
        {person.isYou ? "You lose" : `${person.email} loses`} access to this account at once. API
        tokens and invites that {person.isYou ? "you" : "they"} made for it end. Runs stay.
      </p>
    </ConfirmQuestion>
  );
}
