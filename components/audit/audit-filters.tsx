"use client";

import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { AuditFilter } from "@/lib/api/audit";
import { AUDIT_GROUPS, GROUP_LABELS } from "@/lib/audit/groups";

const ANY = "any";

export interface AuditFiltersProps {
  filter: AuditFilter;
  people: readonly { id: string; name: string }[];
  onChange: (change: { [K in keyof AuditFilter]?: AuditFilter[K] | null }) => void;
}

/** By kind, person and days. */
export function AuditFilters({ filter, people, onChange }: AuditFiltersProps) {
  const { group, userId, from, to } = filter;
  const known = people.some(({ id }) => id === userId);
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Select
        label="Kind"
        choices={[
          { id: ANY, label: "Everything" },
          ...AUDIT_GROUPS.map((id) => ({ id, label: GROUP_LABELS[id] })),
        ]}
        value={group ?? ANY}
        onChange={(id) => onChange({ group: AUDIT_GROUPS.find((one) => one === id) ?? null })}
        className="w-56 max-sm:w-full"
      />
      <Select
        label="Person"
        choices={[
          { id: ANY, label: "Everybody" },
          ...people.map(({ id, name }) => ({ id, label: name })),
        ]}
        value={known && userId ? userId : ANY}
        onChange={(id) => onChange({ userId: id === ANY ? null : id })}
        className="w-56 max-sm:w-full"
      />
      <TextField
        label="From"
        type="date"
        value={from ?? ""}
        onChange={(day) => onChange({ from: day || null })}
        className="w-40 max-sm:w-full"
      />
      <TextField
        label="To"
        type="date"
        value={to ?? ""}
        onChange={(day) => onChange({ to: day || null })}
        className="w-40 max-sm:w-full"
      />
      {(group || userId || from || to) && (
        <Button
          variant="quiet"
          onPress={() => onChange({ group: null, userId: null, from: null, to: null })}
        >
          Clear
        </Button>
      )}
    </div>
  );
}
