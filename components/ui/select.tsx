"use client";

import { Options } from "./options";
import { SelectFrame, type SelectProps } from "./select-frame";

export type { SelectProps };

/** One of a few choices. For many, ComboBox. */
export function Select({ choices, ...props }: SelectProps) {
  return <SelectFrame {...props} list={<Options choices={choices} />} />;
}
