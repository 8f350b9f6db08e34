"use client";

import { lazy, type ReactNode, Suspense } from "react";
import { Button, type ButtonProps } from "react-aria-components/Button";
import type { Icon } from "./icons";
import { useFetchedOverlay } from "./use-fetched-overlay";

export interface MenuDeed {
  id: string;
  label: string;
  icon?: Icon;
  /** A second line: what it does, or to how many. */
  note?: string;
  isDanger?: boolean;
  isDisabled?: boolean;
  /** Goes somewhere instead of doing something. */
  href?: string;
}

export interface MenuSection {
  /** Above a group of deeds. */
  title?: string;
  deeds: readonly MenuDeed[];
  /** One of them is chosen: the section is a choice, and the menu stays open, unless it hides what changes. */
  chosen?: string;
  closesOnChoice?: boolean;
  onAction: (id: string) => void;
}

export type MenuPlacement = "bottom end" | "bottom start" | "top start";

export interface MenuProps {
  /** Read out for what the menu holds. */
  label: string;
  sections: readonly MenuSection[];
  placement?: MenuPlacement;
  /** What is pressed: its look and its content. */
  className: string;
  children: ReactNode;
}

const load = () => import("./menu-popover");
const MenuPopover = lazy(async () => ({ default: (await load()).MenuPopover }));

/** A button with a list of deeds. */
export function Menu({
  label,
  sections,
  placement = "bottom end",
  className,
  children,
}: MenuProps) {
  const { open, hasOpened, button, overlay } = useFetchedOverlay(load);
  const keys: ButtonProps["onKeyDown"] = (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") open();
    else event.continuePropagation();
  };
  return (
    <>
      <Button
        {...button}
        aria-label={label}
        aria-haspopup="menu"
        onKeyDown={keys}
        className={className}
      >
        {children}
      </Button>
      {hasOpened && (
        <Suspense>
          <MenuPopover {...overlay} label={label} sections={sections} placement={placement} />
        </Suspense>
      )}
    </>
  );
}
