"use client";

import { Radio, RadioGroup } from "@/components/ui/radio-group";
import type { CleanOptions } from "@/lib/audience/protocol";

/** Which row stays when a number stands in several. */
export function RepeatChoice({
  keep,
  onConfigure,
}: {
  keep: CleanOptions["keep"];
  onConfigure: (changes: Partial<CleanOptions>) => void;
}) {
  return (
    <RadioGroup
      label="When a number appears more than once"
      value={keep}
      onChange={(value) => onConfigure({ keep: value === "last" ? "last" : "first" })}
      orientation="horizontal"
    >
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        <Radio value="first">Keep the first row</Radio>
        <Radio value="last">Keep the last row</Radio>
      </div>
    </RadioGroup>
  );
}
