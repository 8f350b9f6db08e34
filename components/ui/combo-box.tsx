"use client";

import { Autocomplete } from "react-aria-components/Autocomplete";
import { type Choice, Options } from "./options";
import { SearchField } from "./search-field";
import { SelectFrame, type SelectProps } from "./select-frame";

export interface ComboBoxProps extends SelectProps {
  /** Above the options: what can be typed. */
  searchLabel?: string;
  /** Said when nothing matches. */
  empty?: string;
}

/** One of many choices, found by typing a part of its words. */
export function ComboBox({
  choices,
  searchLabel = "Type to search",
  empty = "Nothing matches.",
  ...props
}: ComboBoxProps) {
  return (
    <SelectFrame
      {...props}
      list={
        <Autocomplete<Choice> filter={(_, typed, { value }) => !value || matches(value, typed)}>
          <SearchField
            label={searchLabel}
            placeholder={searchLabel}
            autoFocus
            isCombo
            className="sticky top-0 z-10 mb-1 bg-raised"
          />
          <Options choices={choices} empty={empty} />
        </Autocomplete>
      }
    />
  );
}

function matches({ label, note = "", keywords = "" }: Choice, typed: string): boolean {
  return `${label} ${note} ${keywords}`.toLowerCase().includes(typed.trim().toLowerCase());
}
