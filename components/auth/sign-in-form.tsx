"use client";

import { useState } from "react";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { TextField } from "@/components/ui/text-field";
import { useFormAction } from "@/components/ui/use-form-action";
import { enter } from "./enter";

const credentials = z.object({
  email: z.string().trim().min(1, "Type your email address."),
  password: z.string().min(1, "Type your password."),
});

/** `next`: the page of this server to open afterwards. */
export function SignInForm({ next }: { next: string }) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const action = useFormAction({
    schema: credentials,
    send: (given) => enter({ ...given, next }),
  });
  return (
    <Form
      onSubmit={() => action.submit({ email, password })}
      fields={action.fields}
      message={action.message}
    >
      <TextField
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        autoFocus
        value={email}
        onChange={setEmail}
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      <Button type="submit" variant="primary" size="lg" isPending={action.isPending}>
        Sign in
      </Button>
    </Form>
  );
}
