"use client";

import { Button } from "react-aria-components/Button";
import { Input } from "react-aria-components/Input";
import {
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
} from "react-aria-components/SearchField";
import { cx } from "./cx";
import { fieldBox } from "./field";
import { CloseIcon, SearchIcon } from "./icons";

export interface SearchFieldProps
  extends Omit<AriaSearchFieldProps, "className" | "style" | "children" | "aria-label"> {
  /** Read out; the magnifier says it to the eye. */
  label: string;
  placeholder?: string;
  className?: string;
  /** Its list is open below it, and the arrow keys choose in it. */
  isCombo?: boolean;
}

/** A search above a list; Escape empties it. */
export function SearchField({
  label,
  placeholder,
  className,
  isCombo = false,
  ...props
}: SearchFieldProps) {
  return (
    // An input of type search may not have the role of a combobox.
    <AriaSearchField
      {...props}
      type={isCombo ? "text" : "search"}
      aria-label={label}
      className={cx("group relative", className)}
    >
      <SearchIcon className="pointer-events-none absolute top-1/2 left-2.5 size-4.5 -translate-y-1/2 text-muted" />
      <Input
        {...(isCombo && { role: "combobox", "aria-expanded": true })}
        placeholder={placeholder}
        className={cx(fieldBox, "h-9 pr-9 pl-9 [&::-webkit-search-cancel-button]:hidden")}
      />
      <Button
        aria-label="Clear the search"
        className="absolute top-1.5 right-1.5 grid size-6 place-items-center rounded-sm text-muted hover:bg-hover hover:text-ink group-data-empty:hidden"
      >
        <CloseIcon className="size-4" />
      </Button>
    </AriaSearchField>
  );
}
