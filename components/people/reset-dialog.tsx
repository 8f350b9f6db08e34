"use client";

import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { errorMessage } from "@/components/ui/error-message";
import { Form } from "@/components/ui/form";
import { callApi } from "@/lib/api/client";
import { MadeLink } from "./made-link";
import type { PersonDialogProps } from "./person-dialog";
import { usePeopleStep } from "./use-people-step";

/** Makes a link by which a person sets a new password. */
export function ResetDialog({ accountId, person, ...props }: PersonDialogProps) {
  return (
    <Dialog {...props} title={`New password for ${person.name}`} isDismissable={false}>
      {(close) => <ResetForm accountId={accountId} person={person} close={close} />}
    </Dialog>
  );
}

function ResetForm({
  accountId,
  person,
  close,
}: Pick<PersonDialogProps, "accountId" | "person"> & { close: () => void }) {
  const making = usePeopleStep(accountId, () =>
    callApi("makePasswordReset", { params: { id: accountId, userId: person.id } }),
  );
  if (making.data) {
    return <MadeLink path="/new-password" link={making.data} to={person.email} close={close} />;
  }
  return (
    <Form
      onSubmit={() => making.mutate(undefined)}
      message={making.error && errorMessage(making.error)}
    >
      <p className="text-soft">
        You get a link to pass on, which works once and for a day. Until it is used, the present
        password stays. An older link ends.
      </p>
      <DialogActions>
        <Button onPress={close}>Cancel</Button>
        <Button type="submit" variant="primary" isPending={making.isPending} autoFocus>
          Make the link
        </Button>
      </DialogActions>
    </Form>
  );
}
