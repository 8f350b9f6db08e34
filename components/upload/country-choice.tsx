"use client";

import { CountryField, type CountryOption } from "@/components/ui/country-field";
import { Select } from "@/components/ui/select";
import { isCountryCode } from "./is-country-code";
import { type ColumnChoiceProps, columnSamples } from "./phone-column-field";

const NONE = "none";

/** How numbers without a country code are read: by one country, or by a column of the file. */
export function CountryChoice({
  inspection,
  options,
  countries,
  onConfigure,
}: ColumnChoiceProps & { countries: readonly CountryOption[] }) {
  const chosen = inspection.columns.find(({ index }) => index === options.countryColumn);
  const columns = inspection.columns.filter(({ index }) => index !== options.phoneColumn);
  return (
    <>
      <CountryField
        label={
          chosen ? `Country where “${chosen.name}” is blank` : "Country for numbers without a +"
        }
        countries={countries}
        value={options.defaultCountry}
        onChange={(code) =>
          onConfigure({ defaultCountry: code && isCountryCode(code, countries) ? code : null })
        }
      />
      <Select
        label="Column with the country"
        choices={[
          { id: NONE, label: "None" },
          ...columns.map((column) => ({
            id: String(column.index),
            label: column.name,
            note: columnSamples(column),
          })),
        ]}
        value={chosen ? String(chosen.index) : NONE}
        onChange={(id) => onConfigure({ countryColumn: id === NONE ? null : Number(id) })}
      />
    </>
  );
}
