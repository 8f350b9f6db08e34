"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { errorMessage } from "@/components/ui/error-message";
import { Form } from "@/components/ui/form";
import { callApi } from "@/lib/api/client";
import type { PersonDialogProps } from "./person-dialog";
import { RoleChoice } from "./role-choice";
import { usePeopleStep } from "./use-people-step";

/** Gives a person another role. */
export function RoleDialog({ accountId, person, ...props }: PersonDialogProps) {
  return (
    <Dialog {...props} title={`Role of ${person.name}`} isDismissable={false}>
      {(close) => <RoleForm accountId={accountId} person={person} close={close} />}
    </Dialog>
  );
}

function RoleForm({
  accountId,
  person,
  close,
}: Pick<PersonDialogProps, "accountId" | "person"> & { close: () => void }) {
  const [role, setRole] = useState(person.role);
  const change = usePeopleStep(accountId, () =>
    callApi("changePerson", { params: { id: accountId, userId: person.id }, body: { role } }),
  );
  return (
    <Form
      onSubmit={() => change.mutate(undefined, { onSuccess: close })}
      message={change.error && errorMessage(change.error)}
    >
      <RoleChoice value={role} onChange={setRole} />
      <p className="text-muted text-sm">
        {person.isYou ? "You have" : "They have"} to sign in again afterwards.
      </p>
      <DialogActions>
        <Button onPress={close}>Cancel</Button>
        <Button
          type="submit"
          variant="primary"
          isPending={change.isPending}
          isDisabled={role === person.role}
        >
          Change the role
        </Button>
      </DialogActions>
    </Form>
  );
}
