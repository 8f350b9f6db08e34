"use client";

import { CheckboxGroup } from "react-aria-components/CheckboxGroup";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { MAX_KEPT_COLUMNS } from "@/lib/api/values";
import { type ColumnChoiceProps, columnSamples } from "./phone-column-field";

/** Which other columns travel along. None by default: they are people's data. */
export function KeptColumns({ inspection, options, onConfigure }: ColumnChoiceProps) {
  const { keptColumns, phoneColumn } = options;
  const others = inspection.columns.filter(({ index }) => index !== phoneColumn);
  if (others.length === 0) return null;
  const isFull = keptColumns.length >= MAX_KEPT_COLUMNS;
  return (
    <Card
      title="Columns to keep"
      description="They go along in exports of contacts. All others never leave your browser."
    >
      <CheckboxGroup
        aria-label="Columns to keep"
        value={keptColumns.map(String)}
        onChange={(ids) => onConfigure({ keptColumns: ids.map(Number).sort((a, b) => a - b) })}
        className="relative -m-1 flex max-h-56 flex-col gap-2 overflow-y-auto p-1"
      >
        {others.map((column) => (
          <Checkbox
            key={column.index}
            value={String(column.index)}
            isDisabled={isFull && !keptColumns.includes(column.index)}
          >
            <span className="block wrap-anywhere">{column.name}</span>
            <span className="block max-w-80 truncate text-muted text-sm">
              {columnSamples(column)}
            </span>
          </Checkbox>
        ))}
      </CheckboxGroup>
      {isFull && (
        <p className="mt-3 text-muted text-sm">No more than {MAX_KEPT_COLUMNS} columns.</p>
      )}
    </Card>
  );
}
