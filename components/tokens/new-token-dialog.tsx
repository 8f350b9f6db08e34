"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { Radio, RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { useFormAction } from "@/components/ui/use-form-action";
import { callApi } from "@/lib/api/client";
import { tokensQuery } from "@/lib/api/queries";
import { newToken, type TokenRole } from "@/lib/api/tokens";
import { MadeToken } from "./made-token";

export interface NewTokenDialogProps {
  accountId: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

const lives = [7, 30, 90, 180, 365].map((days) => ({
  id: String(days),
  label: days === 365 ? "1 year" : `${days} days`,
}));

const roles = [
  {
    id: "analyst",
    label: "Analyst",
    description: "Uploads, starts runs, which may be billed, and exports",
  },
  { id: "viewer", label: "Viewer", description: "Reads counts and progress; no numbers" },
] as const;

/** Makes a token, and then shows its secret for the only time. */
export function NewTokenDialog({ accountId, isOpen, onOpenChange }: NewTokenDialogProps) {
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title="Make a token" isDismissable={false}>
      {(close) => <NewToken accountId={accountId} close={close} />}
    </Dialog>
  );
}

function NewToken({ accountId, close }: { accountId: string; close: () => void }) {
  const client = useQueryClient();
  const [name, setName] = useState("");
  const [role, setRole] = useState<TokenRole>("analyst");
  const [days, setDays] = useState("90");
  const action = useFormAction({
    schema: newToken,
    send: (body) => callApi("createToken", { params: { id: accountId }, body }),
    onDone: () => client.invalidateQueries({ queryKey: tokensQuery(accountId).queryKey }),
  });
  if (action.answer) return <MadeToken token={action.answer} close={close} />;
  return (
    <Form
      onSubmit={() => action.submit({ name, role, days })}
      fields={action.fields}
      message={action.message}
    >
      <TextField
        label="Name"
        name="name"
        description="Where it is used, such as “Nightly check”"
        value={name}
        onChange={setName}
        maxLength={80}
        autoFocus
        autoComplete="off"
        error={action.fields.name}
      />
      <RadioGroup label="Role" value={role} onChange={(chosen) => setRole(chosen as TokenRole)}>
        {roles.map(({ id, label, description }) => (
          <Radio key={id} value={id} description={description}>
            {label}
          </Radio>
        ))}
      </RadioGroup>
      <Select label="Ends after" choices={lives} value={days} onChange={setDays} />
      <DialogActions>
        <Button onPress={close}>Cancel</Button>
        <Button type="submit" variant="primary" isPending={action.isPending}>
          Make the token
        </Button>
      </DialogActions>
    </Form>
  );
}
