"use client";

import { useMemo } from "react";
import { ComboBox } from "./combo-box";
import type { FieldWords } from "./field";

/** A country as `listCountries` of lib/phone gives it; the server sends the list, not the metadata. */
export interface CountryOption {
  code: string;
  name: string;
  callingCode: string;
}

export interface CountryFieldProps extends Omit<FieldWords, "label"> {
  label?: string;
  countries: readonly CountryOption[];
  value: string | null;
  onChange: (code: string) => void;
  name?: string;
  className?: string;
  isDisabled?: boolean;
}

/** A country, found by its name, its two letters or its calling code. */
export function CountryField({
  label = "Default country",
  countries,
  ...props
}: CountryFieldProps) {
  const choices = useMemo(
    () =>
      countries.map(({ code, name, callingCode }) => ({
        id: code,
        label: name,
        aside: `+${callingCode}`,
        keywords: `${code} +${callingCode}`,
      })),
    [countries],
  );
  return (
    <ComboBox
      {...props}
      label={label}
      choices={choices}
      placeholder="Choose a country"
      searchLabel="Name, code or +"
      empty="No country has that name or code."
    />
  );
}
