"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { reachOf, shareText } from "@/components/runs/reach";
import { Select } from "@/components/ui/select";
import { Spinner } from "@/components/ui/spinner";
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
  // Two runs of a million contacts take some seconds to be laid side by side.
  const [isComparing, startTransition] = useTransition();
  return (
    <div className="flex max-w-full flex-wrap items-end gap-3 max-sm:flex-row-reverse max-sm:justify-end">
      <span role="status" className="flex h-9 items-center gap-2 text-muted text-sm">
        {isComparing && (
          <>
            <Spinner />
            Comparing
          </>
        )}
      </span>
      <Select
        label="Compare with"
        choices={runs.map((run) => ({
          id: run.id,
          label: run.name,
          note: `${formatDateTime(run.createdAt, timeZone)} · ${shareText(reachOf(run))} of ${plural(run.counts.unique, "contact")}`,
        }))}
        placeholder="Choose a run"
        value={chosen}
        onChange={(other) =>
          startTransition(() => router.push(`/runs/${id}/compare?with=${other}`))
        }
        className="w-72 max-w-full"
      />
    </div>
  );
}
