"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { useFormAction } from "@/components/ui/use-form-action";
import { type AccountView, accountChange } from "@/lib/api/accounts";
import { callApi } from "@/lib/api/client";

const schema = accountChange.pick({ apiKey: true }).required();

/** Puts a new API key in the place of the old one. */
export function ReplaceKey({ account }: { account: AccountView }) {
  const [apiKey, setApiKey] = useState("");
  const action = useFormAction({
    schema,
    send: (body) => callApi("updateAccount", { params: { id: account.id }, body }),
    onDone: () => setApiKey(""),
  });
  return (
    <Card
      title="API key"
      description="The stored key is encrypted and cannot be shown. Paste another one to replace it; runs in progress use it from their next call."
    >
      <Form
        onSubmit={() => action.submit({ apiKey })}
        fields={action.fields}
        message={action.message}
      >
        <TextField
          label="New API key"
          name="apiKey"
          type="password"
          value={apiKey}
          onChange={(key) => {
            setApiKey(key);
            if (key !== "") action.reset();
          }}
          autoComplete="off"
        />
        {action.answer && (
          <Notice tone="success" isLive title="The key was replaced">
            Check the connection to see whether Kaleyra accepts it.
          </Notice>
        )}
        <div>
          <Button type="submit" isPending={action.isPending} isDisabled={apiKey.trim() === ""}>
            Replace the key
          </Button>
        </div>
      </Form>
    </Card>
  );
}
