"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { CountryOption } from "@/components/ui/country-field";
import { SuccessIcon } from "@/components/ui/icons";
import { lineColumn } from "@/components/ui/line-column";
import { PlainTable } from "@/components/ui/plain-table";
import type { AudienceActions, InvalidRow, RowCorrection } from "@/lib/audience/protocol";
import { explainReason } from "@/lib/phone/explain-reason";
import { RowEditor } from "./row-editor";

export interface InvalidRowsProps {
  rows: readonly InvalidRow[];
  corrections: readonly RowCorrection[];
  countries: readonly CountryOption[];
  judge: AudienceActions["judge"];
  /** A start is under way: it is looked up as it is. */
  isDisabled: boolean;
  /** The rows are those of the latest corrections. */
  isCounted: boolean;
  /** False when it is too late for that. */
  onCorrect: (corrections: RowCorrection[]) => boolean;
}

/** Invalid rows, one of which can be corrected at a time; a corrected one can be undone. */
export function InvalidRows({
  rows,
  corrections,
  countries,
  judge,
  isDisabled,
  isCounted,
  onCorrect,
}: InvalidRowsProps) {
  const [edited, setEdited] = useState<number | null>(null);
  // The button to go on with, once the row's editor is gone.
  const [next, setNext] = useState<number | null>(null);
  const table = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (next === null) return;
    const button = table.current?.querySelector<HTMLElement>(`[data-line="${next}"]`);
    // A row that was undone is in the list again once it was counted.
    if (!button || !rows.some(({ line }) => line === next)) return;
    // Only a focus that was lost is put somewhere: the user may be elsewhere by now.
    if (document.activeElement === document.body) button.focus();
    if (isCounted) setNext(null);
  }, [next, rows, isCounted]);

  const byLine = new Map(corrections.map((correction) => [correction.line, correction]));
  const others = (line: number) => corrections.filter((correction) => correction.line !== line);
  function save(correction: RowCorrection) {
    const { line } = correction;
    if (!onCorrect([...others(line), correction].sort((a, b) => a.line - b.line))) return;
    const below = rows.find((row) => row.line > line && !byLine.has(row.line));
    setEdited(null);
    setNext(below?.line ?? line);
  }
  function undo({ line }: InvalidRow) {
    if (onCorrect(others(line))) setNext(line);
  }

  return (
    <div ref={table}>
      <PlainTable
        caption="Invalid rows"
        rows={rows}
        keyOf={(row) => row.line}
        columns={[
          lineColumn("w-14"),
          {
            id: "cell",
            label: "In the file, and what is wrong",
            isRowHeader: true,
            className: "break-words",
            cell: (row) => (
              <>
                <Cell row={row} correction={byLine.get(row.line)} />
                {edited === row.line ? (
                  <RowEditor
                    row={row}
                    countries={countries}
                    judge={judge}
                    isDisabled={isDisabled}
                    onSave={save}
                    onCancel={() => {
                      setEdited(null);
                      setNext(row.line);
                    }}
                  />
                ) : (
                  <Why row={row} correction={byLine.get(row.line)} />
                )}
              </>
            ),
          },
          {
            id: "action",
            label: <span className="sr-only">Correct</span>,
            align: "end",
            className: "w-20 align-top",
            cell: (row) =>
              edited !== row.line && (
                <Button
                  size="sm"
                  variant="quiet"
                  data-line={row.line}
                  isDisabled={isDisabled}
                  aria-label={`${byLine.has(row.line) ? "Undo" : "Correct"} line ${row.line}`}
                  onPress={() => {
                    if (byLine.has(row.line)) undo(row);
                    else setEdited(row.line);
                  }}
                >
                  {byLine.has(row.line) ? "Undo" : "Correct"}
                </Button>
              ),
          },
        ]}
      />
    </div>
  );
}

interface CellProps {
  row: InvalidRow;
  correction: RowCorrection | undefined;
}

function Cell({ row, correction }: CellProps) {
  if (!correction || correction.cell === row.cell) {
    return <span className="font-medium">{row.cell}</span>;
  }
  return (
    <>
      <del className="text-muted">{row.cell}</del>{" "}
      <ins className="font-medium no-underline">{correction.cell}</ins>
    </>
  );
}

function Why({ row, correction }: CellProps) {
  if (!correction) {
    return (
      <span className="block text-muted text-sm">
        {explainReason(row.reason, { cell: row.cell, country: row.readAs })}
      </span>
    );
  }
  return (
    <span className="flex items-center gap-1.5 text-reach-ink text-sm">
      <SuccessIcon className="size-4 shrink-0" />
      Corrected
    </span>
  );
}
