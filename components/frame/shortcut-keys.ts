export type Deed = "search" | "newRun" | "help";

/** The single keys and what they do. */
export const SHORTCUTS: readonly { key: string; deed: Deed; words: string }[] = [
  { key: "/", deed: "search", words: "Search this list or, where there is none, check one number" },
  { key: "n", deed: "newRun", words: "Check a new audience" },
  { key: "?", deed: "help", words: "Show these keys" },
];

type Press = Pick<
  KeyboardEvent,
  "key" | "ctrlKey" | "metaKey" | "altKey" | "defaultPrevented" | "isComposing" | "repeat"
> & { target: EventTarget | null };

/** What a key press asks for: nothing while one types, holds another key, or answers a dialog. */
export function deedOf(press: Press): Deed | null {
  const { key, ctrlKey, metaKey, altKey, defaultPrevented, isComposing, repeat, target } = press;
  if (ctrlKey || metaKey || altKey || defaultPrevented || isComposing || repeat) return null;
  if (typeof Element !== "undefined" && target instanceof Element && target.closest(TYPING))
    return null;
  return SHORTCUTS.find((one) => one.key === key)?.deed ?? null;
}

/** Where keys mean text, a choice by its first letter, or the answer to a question. */
const TYPING =
  "input:not([type=checkbox], [type=radio], [type=file]), textarea, select, [contenteditable], [role=dialog], [role=alertdialog], [role=menu], [role=listbox]";
