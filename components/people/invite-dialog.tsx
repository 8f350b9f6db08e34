"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { TextField } from "@/components/ui/text-field";
import { useFormAction } from "@/components/ui/use-form-action";
import { callApi } from "@/lib/api/client";
import type { RoleName } from "@/lib/api/common";
import { newInvite } from "@/lib/api/people";
import { peopleQuery } from "@/lib/api/queries";
import { MadeLink } from "./made-link";
import { RoleChoice } from "./role-choice";

export interface InviteDialogProps {
  accountId: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** Makes a link by which somebody joins the account. */
export function InviteDialog({ accountId, ...props }: InviteDialogProps) {
  return (
    <Dialog {...props} title="Invite somebody" isDismissable={false}>
      {(close) => <InviteForm accountId={accountId} close={close} />}
    </Dialog>
  );
}

function InviteForm({ accountId, close }: { accountId: string; close: () => void }) {
  const client = useQueryClient();
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<RoleName>("analyst");
  const action = useFormAction({
    schema: newInvite,
    send: (body) => callApi("invitePerson", { params: { id: accountId }, body }),
    onDone: () => client.invalidateQueries({ queryKey: peopleQuery(accountId).queryKey }),
  });
  if (action.answer) {
    return (
      <MadeLink
        path="/invite"
        link={action.answer}
        to={action.input?.email ?? email}
        close={close}
      />
    );
  }
  return (
    <Form
      onSubmit={() => action.submit({ email: email.trim(), role })}
      fields={action.fields}
      message={action.message}
    >
      <TextField
        label="Email"
        name="email"
        type="email"
        autoComplete="off"
        autoFocus
        value={email}
        onChange={setEmail}
        description="Nothing is sent to it: you get a link to pass on."
      />
      <RoleChoice value={role} onChange={setRole} />
      <DialogActions>
        <Button onPress={close}>Cancel</Button>
        <Button type="submit" variant="primary" isPending={action.isPending}>
          Make the link
        </Button>
      </DialogActions>
    </Form>
  );
}
