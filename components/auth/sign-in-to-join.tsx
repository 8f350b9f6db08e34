"use client";

import { useState } from "react";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { TextField } from "@/components/ui/text-field";
import { useFormAction } from "@/components/ui/use-form-action";
import { signIn } from "./enter";
import { takeUpInvite } from "./take-up-invite";

const schema = z.object({ password: z.string().min(1, "Type your password.") });

/** For the invited person who has a password here: they sign in and join at once. */
export function SignInToJoin({ secret, email }: { secret: string; email: string }) {
  const [password, setPassword] = useState("");
  const action = useFormAction({
    schema,
    send: async (given) => {
      await signIn({ email, ...given });
      await takeUpInvite({ secret });
    },
  });
  return (
    <Form
      onSubmit={() => action.submit({ password })}
      fields={action.fields}
      message={action.message}
    >
      <p className="text-muted">You have been here before. Sign in to join.</p>
      <TextField label="Email" type="email" autoComplete="username" isReadOnly value={email} />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        autoFocus
        value={password}
        onChange={setPassword}
      />
      <Button type="submit" variant="primary" size="lg" isPending={action.isPending}>
        Sign in and join
      </Button>
    </Form>
  );
}
