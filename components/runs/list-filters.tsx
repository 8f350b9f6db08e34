"use client";

import { SearchField } from "@/components/ui/search-field";
import { Select } from "@/components/ui/select";
import { statusLabel } from "@/components/ui/status-badge";
import type { RunStatusName } from "@/lib/api/runs";
import { MAX_NAME_LENGTH, RUN_STATUSES } from "@/lib/api/values";
import { useRestedText } from "./use-rested-text";

const ANY = "any";

export interface ListFiltersProps {
  q: string;
  status: RunStatusName | null;
  onSearch: (q: string) => void;
  onStatus: (status: RunStatusName | null) => void;
}

/** The search and the filter above the list of runs. */
export function ListFilters({ q, status, onSearch, onStatus }: ListFiltersProps) {
  const [typed, setTyped] = useRestedText(onSearch);
  return (
    <div className="mb-4 flex flex-wrap items-center gap-2">
      <SearchField
        label="Search by name"
        placeholder="Search by name"
        value={typed ?? q}
        onChange={setTyped}
        maxLength={MAX_NAME_LENGTH}
        className="w-64 max-sm:w-full"
      />
      <Select
        label="Status"
        isLabelHidden
        choices={[
          { id: ANY, label: "Any status" },
          ...RUN_STATUSES.map((id) => ({ id, label: statusLabel(id) })),
        ]}
        value={status ?? ANY}
        onChange={(id) => onStatus(RUN_STATUSES.find((one) => one === id) ?? null)}
        className="w-40 max-sm:w-full"
      />
    </div>
  );
}
