"use client";

import { useContext } from "react";
import { Autocomplete } from "react-aria-components/Autocomplete";
import { SelectStateContext } from "react-aria-components/Select";
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
          <ComboSearch choices={choices} label={searchLabel} />
          <Options choices={choices} empty={empty} />
        </Autocomplete>
      }
    />
  );
}

/**
 * The search over the options. React Aria takes the option that is marked; none is after a letter
 * was deleted, or when the list is opened again: then Enter takes the first that matches, or leaves
 * the choice as it is where nothing was typed.
 */
function ComboSearch({ choices, label }: { choices: readonly Choice[]; label: string }) {
  const select = useContext(SelectStateContext);
  function takeFirst(typed: string) {
    const first = typed.trim() === "" ? null : choices.find((choice) => matches(choice, typed));
    if (first === undefined) return;
    if (first) select?.setValue(first.id);
    select?.close();
  }
  return (
    <SearchField
      label={label}
      placeholder={label}
      autoFocus
      isCombo
      onKeyDown={({ key, target }) => {
        if (key !== "Enter" || !(target instanceof HTMLInputElement)) return;
        if (!target.hasAttribute("aria-activedescendant")) takeFirst(target.value);
      }}
      className="sticky top-0 z-10 mb-1 bg-raised"
    />
  );
}

function matches({ label, note = "", keywords = "" }: Choice, typed: string): boolean {
  return `${label} ${note} ${keywords}`.toLowerCase().includes(typed.trim().toLowerCase());
}
