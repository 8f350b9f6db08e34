"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { TextField } from "@/components/ui/text-field";
import { useFormAction } from "@/components/ui/use-form-action";
import { callApi } from "@/lib/api/client";
import { newOwner } from "@/lib/api/system";
import { enter } from "./enter";
import { NewPasswordField } from "./new-password-field";

/** Makes the first owner and signs them in. */
export function WelcomeForm() {
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const action = useFormAction({
    schema: newOwner,
    send: async (owner) => {
      const made = await callApi("setUp", { body: owner });
      await enter({ email: made.email, password: owner.password });
    },
  });
  return (
    <Form
      onSubmit={() => action.submit({ name, email, password })}
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
      <TextField
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        description="You sign in with it. Nothing is sent to it."
        value={email}
        onChange={setEmail}
      />
      <NewPasswordField label="Password" value={password} onChange={setPassword} />
      <Button type="submit" variant="primary" size="lg" isPending={action.isPending}>
        Create the owner and begin
      </Button>
    </Form>
  );
}
