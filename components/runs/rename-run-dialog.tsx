"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { TextField } from "@/components/ui/text-field";
import { useFormAction } from "@/components/ui/use-form-action";
import { callApi } from "@/lib/api/client";
import { runQuery } from "@/lib/api/queries";
import { type RunView, renameRun } from "@/lib/api/runs";
import { MAX_NAME_LENGTH } from "@/lib/api/values";

export interface RunDialogProps {
  run: RunView;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** Gives a run another name. */
export function RenameRunDialog({ run, isOpen, onOpenChange }: RunDialogProps) {
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title="Rename the run"
      isDismissable={false}
    >
      {(close) => <RenameForm run={run} close={close} />}
    </Dialog>
  );
}

function RenameForm({ run, close }: { run: RunView; close: () => void }) {
  const client = useQueryClient();
  const [name, setName] = useState(run.name);
  const action = useFormAction({
    schema: renameRun.body,
    send: (body) => callApi("renameRun", { params: { id: run.id }, body }),
    onDone: (renamed) => {
      client.setQueryData(runQuery(run.id).queryKey, renamed);
      client.invalidateQueries({ queryKey: ["runs"] });
      close();
    },
  });
  return (
    <Form onSubmit={() => action.submit({ name })} fields={action.fields} message={action.message}>
      <TextField
        label="Name"
        name="name"
        value={name}
        onChange={setName}
        maxLength={MAX_NAME_LENGTH}
        autoFocus
        autoComplete="off"
        error={action.fields.name}
      />
      <DialogActions>
        <Button onPress={close}>Cancel</Button>
        <Button type="submit" variant="primary" isPending={action.isPending}>
          Rename
        </Button>
      </DialogActions>
    </Form>
  );
}
