import type { RowCounts } from "@/lib/api/runs";
import { Sum } from "./sum";

/** Before an upload nothing can have been erased. */
type RowCountsShown = Omit<RowCounts, "erased"> & Partial<Pick<RowCounts, "erased">>;

/** Every row of the file is somewhere, and it adds up. */
export function Equation({ counts }: { counts: RowCountsShown }) {
  return (
    <div className="rounded-lg border border-line bg-surface px-5 py-5 shadow-xs">
      <Sum
        size="lg"
        terms={[
          { label: "rows in the file", value: counts.rows, isMain: true },
          { label: "unique numbers", value: counts.unique, isMain: true },
          { label: "duplicates", value: counts.duplicates },
          { label: "invalid", value: counts.invalid },
          { label: "blank", value: counts.blank },
          ...(counts.erased ? [{ label: "erased", value: counts.erased }] : []),
        ]}
      />
    </div>
  );
}
