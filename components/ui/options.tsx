"use client";

import type { ReactNode } from "react";
import { ListBox, ListBoxItem, type ListBoxItemProps } from "react-aria-components/ListBox";
import { Text } from "react-aria-components/Text";
import { cx } from "./cx";
import { CheckIcon } from "./icons";

/** One choice of a Select or a ComboBox. */
export interface Choice {
  id: string;
  label: string;
  /** A second line. */
  note?: string;
  /** More words that a ComboBox finds it by. */
  keywords?: string;
  /** A figure or code at the right. */
  aside?: ReactNode;
}

export const optionRow =
  "flex cursor-pointer items-center gap-2 rounded-sm px-2 py-1.5 text-base text-ink outline-none select-none data-focused:bg-hover data-disabled:text-muted";

export function Option({ choice, ...props }: { choice: Choice } & ListBoxItemProps<Choice>) {
  return (
    <ListBoxItem
      {...props}
      id={choice.id}
      textValue={choice.label}
      className={cx(optionRow, "group")}
    >
      {({ isSelected }) => (
        <>
          <span className="min-w-0 flex-1">
            <Text slot="label" className="block truncate">
              {choice.label}
            </Text>
            {choice.note && (
              <Text slot="description" className="block truncate text-sm text-muted">
                {choice.note}
              </Text>
            )}
          </span>
          {choice.aside && <span className="text-sm text-muted tabular-nums">{choice.aside}</span>}
          <CheckIcon className={cx("size-4 text-accent", !isSelected && "invisible")} />
        </>
      )}
    </ListBoxItem>
  );
}

export interface OptionsProps {
  choices: readonly Choice[];
  empty?: ReactNode;
}

/** The list inside the popover of a Select or a ComboBox. */
export function Options({ choices, empty }: OptionsProps) {
  return (
    <ListBox<Choice>
      items={choices}
      className="max-h-84 overflow-auto outline-none"
      renderEmptyState={() => <p className="px-2 py-3 text-sm text-muted">{empty}</p>}
    >
      {(choice) => <Option choice={choice} />}
    </ListBox>
  );
}
