"use client";

import { useRef, useState, useTransition } from "react";

/**
 * The state of a button whose overlay is a large script: it is fetched when someone comes near the
 * button, so that no page's first view waits for it.
 *
 * @param load imports the overlay
 */
export function useFetchedOverlay(load: () => Promise<unknown>) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [hasOpened, setOpened] = useState(false);
  const [isLoading, startTransition] = useTransition();
  const open = () =>
    startTransition(() => {
      setOpened(true);
      setOpen(true);
    });
  const fetchAhead = () => void load();
  return {
    open,
    /** Whether the overlay is to be rendered; it stays, for the way it closes. */
    hasOpened,
    button: {
      ref: trigger,
      "aria-expanded": isOpen,
      onPress: open,
      onHoverStart: fetchAhead,
      onFocus: fetchAhead,
      isPending: isLoading,
    },
    overlay: { triggerRef: trigger, isOpen, onOpenChange: setOpen },
  } as const;
}
