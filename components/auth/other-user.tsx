"use client";

import { useMutation } from "@tanstack/react-query";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { signOut } from "./leave";

/** For a link that is somebody else's than the one's who is signed in. */
export function OtherUser({ email }: { email: string }) {
  const leaving = useMutation({
    mutationFn: signOut,
    onSettled: () => window.location.reload(),
  });
  return (
    <Notice
      tone="warning"
      title="You are signed in as somebody else"
      action={
        <Button size="sm" onPress={() => leaving.mutate()} isPending={leaving.isPending}>
          Sign out and go on
        </Button>
      }
    >
      As {email}. Sign out to take up the invite.
    </Notice>
  );
}
