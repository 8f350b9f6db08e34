"use client";

import { CheckboxGroup } from "react-aria-components/CheckboxGroup";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import type { CleanOptions, Preview } from "@/lib/audience/protocol";
import { formatNumber } from "@/lib/format";
import { NUMBER_TYPES, numberTypeLabel } from "@/lib/phone/number-type";

export interface NumberTypesProps {
  preview: Preview;
  options: CleanOptions;
  onConfigure: (changes: Partial<CleanOptions>) => void;
}

/** Which kinds of number are looked up. A landline costs a lookup and is never on RCS. */
export function NumberTypes({ preview, options, onConfigure }: NumberTypesProps) {
  const { excludedTypes } = options;
  const shown = NUMBER_TYPES.flatMap((type) => {
    const found = preview.types.find((one) => one.type === type);
    const count = (found?.contacts ?? 0) + (found?.excluded ?? 0);
    return count > 0 || excludedTypes.includes(type) ? [{ type, count }] : [];
  });
  if (shown.length === 0) return null;
  return (
    <Card title="Number types" description="Uncheck the types you don’t want to look up.">
      <CheckboxGroup
        aria-label="Number types to look up"
        value={shown.map(({ type }) => type).filter((type) => !excludedTypes.includes(type))}
        onChange={(kept) =>
          onConfigure({
            excludedTypes: shown.map(({ type }) => type).filter((type) => !kept.includes(type)),
          })
        }
        className="flex flex-wrap gap-x-6 gap-y-2"
      >
        {shown.map(({ type, count }) => (
          <Checkbox key={type} value={type}>
            {numberTypeLabel(type)}{" "}
            <span className="text-muted tabular-nums">{formatNumber(count)}</span>
          </Checkbox>
        ))}
      </CheckboxGroup>
    </Card>
  );
}
