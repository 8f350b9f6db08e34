"use client";

import { Dialog } from "@/components/ui/dialog";
import { TextLink } from "@/components/ui/text-link";
import { ShortcutList } from "./shortcut-list";

export interface ShortcutHelpProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** The keys, on top of any page. */
export function ShortcutHelp(props: ShortcutHelpProps) {
  return (
    <Dialog title="Keyboard shortcuts" {...props}>
      {(close) => (
        <>
          <ShortcutList />
          <p className="text-muted text-sm">
            They can be turned off in the{" "}
            <TextLink href="/settings" onNavigate={close}>
              settings
            </TextLink>
            .
          </p>
        </>
      )}
    </Dialog>
  );
}
