"use client";

import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { useFormAction } from "@/components/ui/use-form-action";
import { acceptInvite } from "@/lib/api/people";
import { takeUpInvite } from "./take-up-invite";

/** For the invited person who is signed in. */
export function AcceptForm({ secret }: { secret: string }) {
  const action = useFormAction({ schema: acceptInvite.body, send: takeUpInvite });
  return (
    <Form onSubmit={() => action.submit({ secret })} message={action.message}>
      <Button type="submit" variant="primary" size="lg" isPending={action.isPending}>
        Join the account
      </Button>
    </Form>
  );
}
