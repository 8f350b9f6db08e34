"use client";

import { useQuery } from "@tanstack/react-query";
import { type RefObject, useState } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { choiceOf } from "@/components/details/details-choice";
import { StartDetailsDialog } from "@/components/details/start-details-dialog";
import { useExportFormat } from "@/components/frame/export-format";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Popover } from "@/components/ui/popover";
import { Segmented } from "@/components/ui/segmented";
import type { ExportFormat } from "@/lib/api/export-format";
import { breakdownQuery } from "@/lib/api/queries";
import type { ContactFilter } from "@/lib/api/results";
import { isLive } from "@/lib/api/run-status";
import type { RunView } from "@/lib/api/runs";
import { parseExportFormat } from "@/lib/preferences/export-format";
import { filterWords } from "./filter-words";
import { SegmentLinks } from "./segment-links";

const formats: { id: ExportFormat; label: string }[] = [
  { id: "csv", label: "CSV for systems" },
  { id: "xlsx", label: "Excel workbook" },
];

const formatNotes: Record<ExportFormat, string> = {
  csv: "The default. Every cell exactly as it is: for Kaleyra, Braze, Klaviyo and other systems. Don’t open it in a spreadsheet, which would run formulas in it and break numbers.",
  xlsx: "Safe to open in Excel and other spreadsheets: every cell is text, so nothing is run and numbers keep their + and all digits.",
};

export interface SegmentPopoverProps {
  run: RunView;
  filter: ContactFilter;
  triggerRef: RefObject<HTMLButtonElement | null>;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** What `SegmentMenu` opens: every segment as a download, or number details for it first. */
export function SegmentPopover({ run, filter, ...props }: SegmentPopoverProps) {
  const [isAskingDetails, setAskingDetails] = useState(false);
  return (
    <>
      <Popover {...props} placement="bottom end" className="w-96 max-w-[calc(100vw-2rem)]">
        <Dialog className="flex flex-col gap-3 p-3 outline-none">
          {({ close }) => (
            <>
              <Heading slot="title" className="font-semibold text-lg">
                Export a segment
              </Heading>
              <SegmentChoice run={run} filter={filter} />
              <Button
                variant="quiet"
                size="sm"
                className="self-start"
                onPress={() => {
                  close();
                  setAskingDetails(true);
                }}
              >
                Add number details first
              </Button>
            </>
          )}
        </Dialog>
      </Popover>
      <StartDetailsDialog
        run={run}
        choice={choiceOf(filter)}
        isOpen={isAskingDetails}
        onOpenChange={setAskingDetails}
      />
    </>
  );
}

function SegmentChoice({ run, filter }: { run: RunView; filter: ContactFilter }) {
  const { format, setFormat } = useExportFormat();
  const [isFiltered, setFiltered] = useState(true);
  const breakdown = useQuery(breakdownQuery(run.id, isLive(run.status)));
  // A segment says itself which outcomes it has.
  const { outcome: _, ...rest } = filter;
  const hasFilter = Object.keys(rest).length > 0;
  return (
    <>
      <div className="flex flex-col gap-1.5">
        <Segmented
          label="Format"
          items={formats}
          value={format}
          onChange={(id) => setFormat(parseExportFormat(id))}
          className="self-start"
        />
        <p className="text-muted text-sm">{formatNotes[format]}</p>
      </div>
      {hasFilter && (
        <Checkbox isSelected={isFiltered} onChange={setFiltered} description={filterWords(rest)}>
          Only contacts that match the filters
        </Checkbox>
      )}
      <SegmentLinks
        run={run}
        cells={breakdown.data?.cells ?? []}
        filter={hasFilter && isFiltered ? rest : {}}
        format={format}
      />
    </>
  );
}
