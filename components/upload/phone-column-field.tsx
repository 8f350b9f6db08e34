"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";
import type { CleanOptions, ColumnInfo, Inspection } from "@/lib/audience/protocol";

export interface ColumnChoiceProps {
  inspection: Inspection;
  options: CleanOptions;
  onConfigure: (changes: Partial<CleanOptions>) => void;
}

const share = (part: number) => `${Math.round(part * 100)}%`;

/** A few cells of a column, to be recognised by. */
export function columnSamples({ samples }: ColumnInfo): string {
  return samples.slice(0, 3).join(" · ") || "Empty";
}

/** Where the numbers are. The proposal comes from the cells, so it is shown with some of them. */
export function PhoneColumnField({ inspection, options, onConfigure }: ColumnChoiceProps) {
  const chosen = inspection.columns.find(({ index }) => index === options.phoneColumn);
  return (
    <div className="flex flex-col gap-3">
      <Select
        label="Column with the phone numbers"
        placeholder="Choose a column"
        choices={inspection.columns.map((column) => ({
          id: String(column.index),
          label: column.name,
          note: columnSamples(column),
          aside: column.phoneShare > 0 ? `${share(column.phoneShare)} numbers` : undefined,
        }))}
        value={options.phoneColumn === null ? null : String(options.phoneColumn)}
        onChange={(id) => {
          const phoneColumn = Number(id);
          onConfigure({
            phoneColumn,
            keptColumns: options.keptColumns.filter((index) => index !== phoneColumn),
            ...(options.countryColumn === phoneColumn && { countryColumn: null }),
          });
        }}
        description={chosen && columnSamples(chosen)}
      />
      <Checkbox isSelected={options.hasHeader} onChange={(hasHeader) => onConfigure({ hasHeader })}>
        The first row contains the column names
      </Checkbox>
    </div>
  );
}
