"use client";

import { useState } from "react";
import { signIn } from "@/components/auth/enter";
import { NewPasswordField } from "@/components/auth/new-password-field";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { useFormAction } from "@/components/ui/use-form-action";
import { callApi } from "@/lib/api/client";
import { passwordChange } from "@/lib/api/people";

/** Changes one's password. It ends all sessions, so this one begins anew at once. */
export function ChangePassword({ email }: { email: string }) {
  const [present, setPresent] = useState("");
  const [password, setPassword] = useState("");
  const [isChanged, setChanged] = useState(false);
  const action = useFormAction({
    schema: passwordChange,
    send: async (body) => {
      await callApi("changePassword", { body });
      await signIn({ email, password: body.password });
    },
    onDone: () => {
      setPresent("");
      setPassword("");
      setChanged(true);
    },
  });
  return (
    <Card title="Password" description="A new one ends your sessions on all other devices.">
      <Form
        onSubmit={() => {
          setChanged(false);
          action.submit({ present, password });
        }}
        fields={action.fields}
        message={action.message}
      >
        <TextField
          label="Present password"
          name="present"
          type="password"
          autoComplete="current-password"
          value={present}
          onChange={setPresent}
        />
        <NewPasswordField label="New password" value={password} onChange={setPassword} />
        {isChanged && <Notice tone="success" isLive title="Your password was changed" />}
        <div>
          <Button type="submit" variant="primary" isPending={action.isPending}>
            Change the password
          </Button>
        </div>
      </Form>
    </Card>
  );
}
