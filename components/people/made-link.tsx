"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { DialogActions } from "@/components/ui/dialog";
import { CheckIcon, CopyIcon } from "@/components/ui/icons";
import { Moment } from "@/components/ui/moment";
import { TextField } from "@/components/ui/text-field";
import type { MadeLink as Made } from "@/lib/api/people";

export interface MadeLinkProps {
  /** The page that the link opens. */
  path: "/invite" | "/new-password";
  link: Made;
  /** Whom to send it to. */
  to: string;
  close: () => void;
}

/** The end of a dialog that made a link: it is shown this once, to be copied. Its secret stands behind the #, which no server sees. */
export function MadeLink({ path, link, to, close }: MadeLinkProps) {
  const [isCopied, setCopied] = useState(false);
  const address = `${window.location.origin}${path}#${link.secret}`;
  // Without https a browser gives no way to the clipboard: the field is selected instead.
  const copy = async () => {
    await navigator.clipboard?.writeText(address);
    setCopied(navigator.clipboard !== undefined);
  };
  return (
    <div className="flex flex-col gap-4">
      <p className="text-soft">
        Send this link to <strong className="font-semibold text-ink">{to}</strong> by a way that you
        trust: whoever opens it first can use it. It is shown only now.
      </p>
      <div className="flex items-end gap-2">
        <TextField
          label="Link"
          isReadOnly
          value={address}
          autoFocus
          onFocus={({ target }) => target.select()}
          className="min-w-0 flex-1"
        />
        <Button onPress={copy}>
          {isCopied ? <CheckIcon /> : <CopyIcon />}
          {isCopied ? "Copied" : "Copy"}
        </Button>
      </div>
      <p className="text-muted text-sm">
        It works once, until <Moment iso={link.expiresAt} />.
      </p>
      <DialogActions>
        <Button variant="primary" onPress={close}>
          Done
        </Button>
      </DialogActions>
    </div>
  );
}
