"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { LonePage } from "@/components/frame/lone-page";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { TextField } from "@/components/ui/text-field";
import { useFormAction } from "@/components/ui/use-form-action";
import { callApi } from "@/lib/api/client";
import { newPassword } from "@/lib/api/people";
import { passwordResetQuery } from "@/lib/api/queries";
import { enter } from "./enter";
import { LinkPending, LinkRefused } from "./link-state";
import { NewPasswordField } from "./new-password-field";
import { useLinkSecret } from "./use-link-secret";

/** What an owner's link to a new password opens. */
export function NewPasswordPage() {
  const secret = useLinkSecret("new-password");
  const { data, error } = useQuery({
    ...passwordResetQuery(secret ?? ""),
    enabled: secret !== null,
  });
  if (error) return <LinkRefused error={error} />;
  if (!data || secret === null) return <LinkPending title="Set a new password" />;
  return (
    <LonePage
      title="Set a new password"
      description="It ends all of your sessions, on every device."
    >
      <NewPasswordForm secret={secret} email={data.email} />
    </LonePage>
  );
}

function NewPasswordForm({ secret, email }: { secret: string; email: string }) {
  const [password, setPassword] = useState("");
  const action = useFormAction({
    schema: newPassword,
    send: async (given) => {
      await callApi("setNewPassword", { body: given });
      await enter({ email, password: given.password });
    },
  });
  return (
    <Form
      onSubmit={() => action.submit({ secret, password })}
      fields={action.fields}
      message={action.message}
    >
      <TextField label="Email" type="email" autoComplete="username" isReadOnly value={email} />
      <NewPasswordField label="New password" autoFocus value={password} onChange={setPassword} />
      <Button type="submit" variant="primary" size="lg" isPending={action.isPending}>
        Set the password and sign in
      </Button>
    </Form>
  );
}
