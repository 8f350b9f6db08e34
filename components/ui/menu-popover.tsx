"use client";

import type { RefObject } from "react";
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  Header,
} from "react-aria-components/Menu";
import { cx } from "./cx";
import { CheckIcon } from "./icons";
import type { MenuDeed, MenuPlacement, MenuSection } from "./menu";
import { optionRow } from "./options";
import { Popover } from "./popover";

export interface MenuPopoverProps {
  label: string;
  sections: readonly MenuSection[];
  placement: MenuPlacement;
  triggerRef: RefObject<HTMLElement | null>;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** What a `Menu` opens. */
export function MenuPopover({ label, sections, onOpenChange, ...props }: MenuPopoverProps) {
  return (
    <Popover {...props} onOpenChange={onOpenChange} className="min-w-56">
      <AriaMenu
        aria-label={label}
        autoFocus="first"
        onClose={() => onOpenChange(false)}
        className="outline-none"
      >
        {sections.map((section) => (
          <Section
            key={section.title ?? section.deeds.map((deed) => deed.id).join(" ")}
            section={section}
          />
        ))}
      </AriaMenu>
    </Popover>
  );
}

function Section({ section }: { section: MenuSection }) {
  const { title, deeds, chosen, closesOnChoice = false, onAction } = section;
  return (
    <AriaMenuSection
      aria-label={title ? undefined : "Actions"}
      selectionMode={chosen === undefined ? "none" : "single"}
      disallowEmptySelection
      selectedKeys={chosen === undefined ? [] : [chosen]}
      className="not-first:mt-1 not-first:border-line not-first:border-t not-first:pt-1"
    >
      {title && (
        <Header className="px-2 pt-1.5 pb-1 font-medium text-muted text-xs">{title}</Header>
      )}
      {deeds.map((deed) => (
        <Deed
          key={deed.id}
          deed={deed}
          isChoice={chosen !== undefined}
          staysOpen={chosen !== undefined && !closesOnChoice}
          onAction={() => onAction(deed.id)}
        />
      ))}
    </AriaMenuSection>
  );
}

interface DeedProps {
  deed: MenuDeed;
  isChoice: boolean;
  staysOpen: boolean;
  onAction: () => void;
}

function Deed({ deed, isChoice, staysOpen, onAction }: DeedProps) {
  const { id, label, icon: Icon, note, isDanger = false, isDisabled, href } = deed;
  return (
    <AriaMenuItem
      id={id}
      textValue={label}
      isDisabled={isDisabled}
      href={href}
      onAction={onAction}
      shouldCloseOnSelect={!staysOpen}
      className={cx(optionRow, isDanger && "text-failed-ink")}
    >
      {({ isSelected }) => (
        <>
          {Icon && <Icon className={cx("size-4.5 shrink-0", !isDanger && "text-muted")} />}
          <span className="min-w-0 flex-1">
            <span className="block truncate">{label}</span>
            {note && <span className="block truncate text-muted text-sm">{note}</span>}
          </span>
          {isChoice && (
            <CheckIcon className={cx("size-4 text-accent", !isSelected && "invisible")} />
          )}
        </>
      )}
    </AriaMenuItem>
  );
}
