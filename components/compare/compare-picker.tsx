"use client";

import { useRouter } from "next/navigation";
import { Select } from "@/components/ui/select";
import { useTimeZone } from "@/components/ui/time-zone";
import type { RunListItem } from "@/lib/api/runs";
import { formatDateTime, plural } from "@/lib/format";

export interface ComparePickerProps {
  id: string;
  /** The other runs of its account. */
  runs: readonly RunListItem[];
  chosen: string | null;
}

/** Which run to compare with; the choice stands in the address. */
export function ComparePicker({ id, runs, chosen }: ComparePickerProps) {
  const router = useRouter();
  const timeZone = useTimeZone();
  return (
    <Select
      label="Compare with"
      choices={runs.map((run) => ({
        id: run.id,
        label: run.name,
        note: `${formatDateTime(run.createdAt, timeZone)} · ${plural(run.counts.unique, "contact")}`,
      }))}
      placeholder="Choose a run"
      value={chosen}
      onChange={(other) => router.push(`/runs/${id}/compare?with=${other}`)}
      className="w-72 max-w-full"
    />
  );
}
