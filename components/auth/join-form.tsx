"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { TextField } from "@/components/ui/text-field";
import { useFormAction } from "@/components/ui/use-form-action";
import { callApi } from "@/lib/api/client";
import { newMember } from "@/lib/api/people";
import { enter } from "./enter";
import { NewPasswordField } from "./new-password-field";

/** For an invited person who is new here. */
export function JoinForm({ secret }: { secret: string }) {
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const action = useFormAction({
    schema: newMember,
    send: async (member) => {
      const { email } = await callApi("joinByInvite", { body: member });
      await enter({ email, password: member.password });
    },
  });
  return (
    <Form
      onSubmit={() => action.submit({ secret, name, password })}
      fields={action.fields}
      message={action.message}
    >
      <TextField
        label="Your name"
        name="name"
        autoComplete="name"
        autoFocus
        value={name}
        onChange={setName}
      />
      <NewPasswordField label="Password" value={password} onChange={setPassword} />
      <Button type="submit" variant="primary" size="lg" isPending={action.isPending}>
        Join
      </Button>
    </Form>
  );
}
