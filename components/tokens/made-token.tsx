"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { DialogActions } from "@/components/ui/dialog";
import { CheckIcon, CopyIcon } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import type { TokenView } from "@/lib/api/tokens";

export interface MadeTokenProps {
  token: TokenView & { secret: string };
  close: () => void;
}

/** The secret of a new token, for the only time. */
export function MadeToken({ token, close }: MadeTokenProps) {
  const [copied, setCopied] = useState<"yes" | "no" | null>(null);
  async function copy() {
    // Only pages by https or of this machine may write to the clipboard.
    const isWritten = await navigator.clipboard?.writeText(token.secret).then(
      () => true,
      () => false,
    );
    setCopied(isWritten ? "yes" : "no");
  }
  return (
    <>
      <Notice tone="success" isLive title={`${token.name} was made`}>
        Copy the token now: it is not kept and can’t be shown again.
      </Notice>
      <TextField
        label="Token"
        value={token.secret}
        isReadOnly
        autoFocus
        onFocus={(event) =>
          event.currentTarget instanceof HTMLInputElement && event.currentTarget.select()
        }
        description={
          copied === "no"
            ? "The browser would not copy it: select it and copy it by hand."
            : "A script sends it with each request, as Authorization: Bearer …"
        }
      />
      <DialogActions>
        <Button onPress={copy}>
          {copied === "yes" ? <CheckIcon /> : <CopyIcon />}
          {copied === "yes" ? "Copied" : "Copy"}
        </Button>
        <Button variant="primary" onPress={close}>
          Done
        </Button>
      </DialogActions>
    </>
  );
}
