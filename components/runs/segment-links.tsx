"use client";

import { cx } from "@/components/ui/cx";
import { DownloadIcon } from "@/components/ui/icons";
import { urlOf } from "@/lib/api/client";
import type { ExportFormat } from "@/lib/api/export-format";
import type { BreakdownView, ContactFilter } from "@/lib/api/results";
import type { RunView } from "@/lib/api/runs";
import { formatNumber } from "@/lib/format";
import { countSegment, isOfContacts, SEGMENTS } from "./segments";

export interface SegmentLinksProps {
  run: RunView;
  cells: BreakdownView["cells"];
  filter: ContactFilter;
  format: ExportFormat;
}

/** One download a segment, with the number of its rows; empty ones lead nowhere. */
export function SegmentLinks({ run, cells, filter, format }: SegmentLinksProps) {
  return (
    <ul className="flex flex-col">
      {SEGMENTS.map(({ segment, label, note }) => {
        const count = countSegment(segment, run, cells, filter);
        const query = { segment, format, ...(isOfContacts(segment) ? filter : {}) };
        const isEmpty = count === 0;
        const content = (
          <>
            <span className="min-w-0 flex-1">
              <span className={cx("block font-medium", segment === "rcs" && "text-reach-ink")}>
                {label}
              </span>
              {note && <span className="block text-muted text-sm">{note}</span>}
            </span>
            {count !== null && <span className="tabular-nums">{formatNumber(count)}</span>}
            <DownloadIcon className={cx("size-4.5", isEmpty && "invisible")} />
          </>
        );
        return (
          <li key={segment}>
            {isEmpty ? (
              <span className="flex min-h-10 items-center gap-3 px-2 py-1.5 text-muted">
                {content}
              </span>
            ) : (
              <a
                href={urlOf("exportRun", { id: run.id }, query)}
                download
                className="flex min-h-10 items-center gap-3 rounded-sm px-2 py-1.5 text-ink hover:bg-hover"
              >
                {content}
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}
