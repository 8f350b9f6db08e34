"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { NOT_PROVIDED_WORDS } from "@/components/ui/not-provided";
import { PlainTable } from "@/components/ui/plain-table";
import type { OperatorBreakdown } from "@/lib/api/details";
import { formatNumber, formatPercent } from "@/lib/format";

/** Longer than this the list is shown on request. */
const FIRST_ROWS = 8;

/** The known number details by current operator. */
export function OperatorsTable({ numbers, operators }: OperatorBreakdown) {
  const [isWhole, setWhole] = useState(false);
  const rows = isWhole ? operators : operators.slice(0, FIRST_ROWS);
  return (
    <div className="flex flex-col items-start gap-2">
      <PlainTable
        caption="Known number details by current operator"
        className="w-full"
        rows={rows}
        keyOf={({ operator }) => operator ?? ""}
        isDense
        columns={[
          {
            id: "operator",
            label: "Current operator",
            isRowHeader: true,
            cell: ({ operator }) => operator ?? NOT_PROVIDED_WORDS,
          },
          {
            id: "numbers",
            label: "Numbers",
            align: "end",
            cell: (row) => formatNumber(row.numbers),
          },
          {
            id: "share",
            label: "Share",
            align: "end",
            cell: (row) => formatPercent(row.numbers, numbers),
          },
          {
            id: "ported",
            label: "Ported",
            align: "end",
            cell: (row) => formatNumber(row.ported),
          },
        ]}
      />
      {operators.length > rows.length && (
        <Button size="sm" variant="quiet" onPress={() => setWhole(true)}>
          Show all {formatNumber(operators.length)} operators
        </Button>
      )}
    </div>
  );
}
