"use client";

import { lazy, type ReactNode, Suspense, useMemo, useState, useTransition } from "react";
import { Card } from "@/components/ui/card";
import { Segmented } from "@/components/ui/segmented";
import { chartHeight } from "./chart-size";
import { describeRows } from "./describe-rows";
import { ReachBars } from "./reach-bars";
import { ReachLegend } from "./reach-legend";
import { limitRows, type ReachRow, sortRows } from "./reach-row";
import { ReachTable } from "./reach-table";
import { SavePicture } from "./save-picture";

const ReachChart = lazy(async () => ({ default: (await import("./reach-chart")).ReachChart }));

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
  contacts: "Contacts with an answer, and the share of them that is reachable",
  rate: "Reachable on RCS, in percent of those with an answer",
  table: "Contacts with an answer: the figures behind the chart",
};

export interface ReachFigureProps {
  title: string;
  /** What a bar is, in one and in many: "Carrier", "carriers". */
  noun: [one: string, many: string];
  rows: readonly ReachRow[];
  /** A row of the table as a way to its contacts. */
  labelOf?: (row: ReachRow) => ReactNode;
  /** More is coming. */
  isLive: boolean;
  /** Under the chart: what it leaves out. */
  note?: ReactNode;
  /** Whose contacts they are, as a saved picture and its file say. */
  pictureOf: string;
}

/**
 * How many contacts are reachable, by something: as a chart of counts or rates, or as a table.
 * The chart with its tooltips and keys is a large script: plain bars stand in its place until the
 * figure is pointed at, touched or reached by keyboard.
 */
export function ReachFigure({
  title,
  noun,
  rows,
  labelOf,
  isLive,
  note,
  pictureOf,
}: ReachFigureProps) {
  const [view, setView] = useState("contacts");
  const measure = view === "rate" ? "rate" : "contacts";
  const [one, many] = noun;
  const bars = useMemo(
    () => sortRows(limitRows(rows, MOST_BARS, many), measure),
    [rows, many, measure],
  );
  const isEmpty = rows.length === 0;
  const plain = <ReachBars rows={bars} measure={measure} />;
  // In a transition the plain bars stay until the chart has been loaded.
  const [isAwake, setAwake] = useState(false);
  const [, startTransition] = useTransition();
  const wake = () => startTransition(() => setAwake(true));
  return (
    <Card
      onFocus={wake}
      onPointerEnter={wake}
      title={title}
      description={units[view]}
      actions={
        <>
          <Segmented label={`Show ${title} as`} items={views} value={view} onChange={setView} />
          {!isEmpty && (
            <SavePicture
              content={{
                title,
                unit: units[measure] ?? "",
                source: pictureOf,
                rows: bars,
                measure,
              }}
            />
          )}
        </>
      }
    >
      {isEmpty && (
        <p
          className="grid place-items-center text-muted"
          style={{ minHeight: chartHeight(EXPECTED_BARS, false) }}
        >
          {isLive
            ? `${title} appear with the first answers.`
            : `There are no answers, so no ${noun[1]}.`}
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
          {isAwake ? (
            <Suspense fallback={plain}>
              <ReachChart
                rows={bars}
                measure={measure}
                title={title}
                description={describeRows(bars)}
              />
            </Suspense>
          ) : (
            <div role="img" aria-label={`${title}. ${describeRows(bars)}`}>
              {plain}
            </div>
          )}
        </div>
      )}
      {!isEmpty && view === "contacts" && <ReachLegend />}
      {note && <p className="mt-4 text-muted text-sm">{note}</p>}
    </Card>
  );
}
