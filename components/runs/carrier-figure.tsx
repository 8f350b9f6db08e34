"use client";

import { type ReactNode, useMemo } from "react";
import { ReachFigure } from "@/components/charts/reach-figure";
import type { ReachRow } from "@/components/charts/reach-row";
import type { BreakdownView } from "@/lib/api/results";
import { NOT_PROVIDED } from "@/lib/api/values";
import { leftOut } from "./left-out";
import { carrierRows } from "./reach-rows";

export interface FigureProps {
  cells: BreakdownView["cells"];
  /** More is coming: what is missing is no news yet. */
  isLive: boolean;
  /** A row of the table as a way to its contacts. */
  labelOf?: (row: ReachRow) => ReactNode;
  runName: string;
}

/** Which carriers the contacts have, and how many of each are reachable. */
export function CarrierFigure({ cells, isLive, labelOf, runName }: FigureProps) {
  const rows = useMemo(() => carrierRows(cells), [cells]);
  const hasNotProvided = rows.some((row) => row.key === NOT_PROVIDED);
  const notes = [
    hasNotProvided && "Not provided: Kaleyra answered without a carrier, as it does in Europe.",
    leftOut(cells, "chart"),
  ].filter(Boolean);
  return (
    <ReachFigure
      title="Carriers"
      noun={["Carrier", "carriers"]}
      rows={rows}
      labelOf={labelOf}
      pictureOf={runName}
      isLive={isLive}
      note={isLive ? undefined : notes.join(" ")}
    />
  );
}
