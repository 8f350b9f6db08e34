"use client";

import { useMutation } from "@tanstack/react-query";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import { postAuth } from "./post-auth";

const answer = z.object({ url: z.url() });

export interface ProviderButtonProps {
  /** What the identity provider is called. */
  name: string;
  /** The page of this server to open afterwards. */
  next: string;
  /** Before the page is left. */
  onLeave?: () => void;
}

/** Goes to the identity provider to sign in there, with what else there is to do below. */
export function ProviderButton({ name, next, onLeave }: ProviderButtonProps) {
  const going = useMutation({
    mutationFn: async () => {
      const response = await postAuth("signin/oidc", { callbackUrl: next });
      const { url } = answer.parse(await response.json());
      onLeave?.();
      window.location.assign(url);
    },
  });
  return (
    <div className="mb-6 flex flex-col gap-5">
      <Button
        size="lg"
        onPress={() => going.mutate()}
        isPending={going.isPending || going.isSuccess}
        className="w-full"
      >
        Continue with {name}
      </Button>
      <FormError message={going.isError ? `${name} could not be reached. Try again.` : null} />
      <p className="flex items-center gap-3 text-muted text-sm before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        or with a password
      </p>
    </div>
  );
}
