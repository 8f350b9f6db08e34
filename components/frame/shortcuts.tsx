"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { fetchedDialog } from "@/components/ui/fetched-dialog";
import { saveShortcuts } from "@/lib/preferences/save-preference";
import { type Deed, deedOf } from "./shortcut-keys";

const ShortcutHelp = fetchedDialog(async () => (await import("./shortcut-help")).ShortcutHelp);

const ShortcutsContext = createContext<{ areOn: boolean; setOn: (areOn: boolean) => void }>({
  areOn: true,
  setOn: () => undefined,
});

/** Whether single keys do something, and the switch for it. */
export function useShortcuts() {
  return useContext(ShortcutsContext);
}

/** Listens for the keys of `SHORTCUTS`, wherever nothing is typed. */
export function Shortcuts({ initial, children }: { initial: boolean; children: ReactNode }) {
  const [areOn, setOn] = useState(initial);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const router = useRouter();

  useEffect(() => {
    if (!areOn) return;
    const deeds: Record<Deed, () => void> = {
      search: () => {
        const field = document.querySelector<HTMLInputElement>("main input[type=search]");
        if (field) field.focus();
        else router.push("/lookup");
      },
      newRun: () => router.push("/runs/new"),
      help: () => setHelpOpen(true),
    };
    const listen = (event: KeyboardEvent) => {
      const deed = deedOf(event);
      if (!deed) return;
      event.preventDefault();
      deeds[deed]();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [areOn, router]);

  const value = useMemo(
    () => ({
      areOn,
      setOn: (next: boolean) => {
        setOn(next);
        // Failing costs no more than the old choice at the next visit.
        saveShortcuts(next).catch(() => undefined);
      },
    }),
    [areOn],
  );
  return (
    <ShortcutsContext value={value}>
      {children}
      <ShortcutHelp isOpen={isHelpOpen} onOpenChange={setHelpOpen} />
    </ShortcutsContext>
  );
}
