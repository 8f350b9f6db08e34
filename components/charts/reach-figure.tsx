"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useMemo, useState } from "react";
import { Card } from "@/components/ui/card";
import { Segmented } from "@/components/ui/segmented";
import { Skeleton } from "@/components/ui/skeleton";
import { chartHeight } from "./chart-size";
import { describeRows } from "./describe-rows";
import { ReachLegend } from "./reach-legend";
import { limitRows, type ReachRow, sortRows } from "./reach-row";
import { ReachTable } from "./reach-table";

const ReachChart = dynamic(() => import("./reach-chart").then((module) => module.ReachChart), {
  ssr: false,
  loading: () => <Skeleton className="h-full w-full" />,
});

/** More bars than this are put together; the table has them all. */
const MOST_BARS = 12;

/** A chart that is still empty keeps the place of about so many bars. */
const EXPECTED_BARS = 6;

const views = [
  { id: "contacts", label: "Contacts" },
  { id: "rate", label: "RCS rate" },
  { id: "table", label: "Table" },
];
const units: Record<string, string> = {
  contacts: "Contacts, and the share of them that is reachable",
  rate: "Reachable on RCS, in percent of those looked up",
  table: "The figures behind the chart",
};

export interface ReachFigureProps {
  title: string;
  /** What a bar is, in one and in many: "Carrier", "carriers". */
  noun: [one: string, many: string];
  rows: readonly ReachRow[];
  /** A row of the table as a way to its contacts. */
  labelOf?: (row: ReachRow) => ReactNode;
  /** In the place of a chart without bars. */
  empty: string;
  /** Under the chart: what it leaves out. */
  note?: ReactNode;
}

/** How many contacts are reachable, by something: as a chart of counts or rates, or as a table. */
export function ReachFigure({ title, noun, rows, labelOf, empty, note }: ReachFigureProps) {
  const [view, setView] = useState("contacts");
  const measure = view === "rate" ? "rate" : "contacts";
  const [one, many] = noun;
  const bars = useMemo(
    () => sortRows(limitRows(rows, MOST_BARS, many), measure),
    [rows, many, measure],
  );
  const isEmpty = rows.length === 0;
  return (
    <Card
      title={title}
      description={units[view]}
      actions={
        <Segmented label={`Show ${title} as`} items={views} value={view} onChange={setView} />
      }
    >
      {isEmpty && (
        <p
          className="grid place-items-center text-muted"
          style={{ minHeight: chartHeight(EXPECTED_BARS, false) }}
        >
          {empty}
        </p>
      )}
      {!isEmpty && view === "table" && (
        <ReachTable
          rows={sortRows(rows, "contacts")}
          caption={title}
          noun={one}
          labelOf={labelOf}
        />
      )}
      {!isEmpty && view !== "table" && (
        <div style={{ height: chartHeight(bars.length, measure === "rate") }}>
          <ReachChart
            rows={bars}
            measure={measure}
            title={title}
            description={describeRows(bars)}
          />
        </div>
      )}
      {!isEmpty && view === "contacts" && <ReachLegend rows={bars} />}
      {note && <p className="mt-4 text-muted text-sm">{note}</p>}
    </Card>
  );
}
