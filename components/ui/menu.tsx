"use client";

import type { ReactNode } from "react";
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  type MenuItemProps as AriaMenuItemProps,
  type MenuProps as AriaMenuProps,
  MenuTrigger,
} from "react-aria-components/Menu";
import { Separator } from "react-aria-components/Separator";
import { cx } from "./cx";
import { CheckIcon, type Icon } from "./icons";
import { optionRow } from "./options";
import { Popover, type PopoverProps } from "./popover";

export interface MenuProps extends Omit<AriaMenuProps<object>, "className" | "style"> {
  /** The button that opens it: a Button of the kit. */
  trigger: ReactNode;
  placement?: PopoverProps["placement"];
}

/** A button with a list of deeds. */
export function Menu({ trigger, placement = "bottom end", ...props }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover placement={placement} className="min-w-48">
        <AriaMenu {...props} className="outline-none" />
      </Popover>
    </MenuTrigger>
  );
}

export interface MenuItemProps extends Omit<AriaMenuItemProps, "className" | "style" | "children"> {
  icon?: Icon;
  isDanger?: boolean;
  /** A second line: what it does, or to how many. */
  note?: ReactNode;
  children: ReactNode;
}

/** `onAction` does something; `href` goes somewhere. */
export function MenuItem({
  icon: Icon,
  isDanger = false,
  note,
  children,
  ...props
}: MenuItemProps) {
  return (
    <AriaMenuItem
      textValue={typeof children === "string" ? children : undefined}
      {...props}
      className={cx(optionRow, isDanger && "text-failed-ink")}
    >
      {({ isSelected, selectionMode }) => (
        <>
          {Icon && <Icon className={cx("size-4.5 shrink-0", !isDanger && "text-muted")} />}
          <span className="flex-1">
            {children}
            {note && <span className="block text-muted text-sm">{note}</span>}
          </span>
          {selectionMode !== "none" && (
            <CheckIcon className={cx("size-4 text-accent", !isSelected && "invisible")} />
          )}
        </>
      )}
    </AriaMenuItem>
  );
}

export function MenuSeparator() {
  return <Separator className="mx-1 my-1 border-line border-t" />;
}
