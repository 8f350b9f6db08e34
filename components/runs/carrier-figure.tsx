"use client";

import { type ReactNode, useMemo } from "react";
import { ReachFigure } from "@/components/charts/reach-figure";
import type { ReachRow } from "@/components/charts/reach-row";
import type { BreakdownView } from "@/lib/api/results";
import { NOT_PROVIDED } from "@/lib/api/values";
import { plural } from "@/lib/format";
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
  const { rows, withoutAnswer } = useMemo(() => carrierRows(cells), [cells]);
  const hasNotProvided = rows.some((row) => row.key === NOT_PROVIDED);
  return (
    <ReachFigure
      title="Carriers"
      noun={["Carrier", "carriers"]}
      rows={rows}
      labelOf={labelOf}
      pictureOf={runName}
      empty="Carriers appear with the first answers."
      note={isLive ? undefined : note(hasNotProvided, withoutAnswer)}
    />
  );
}

function note(hasNotProvided: boolean, withoutAnswer: number): string | undefined {
  const parts = [
    hasNotProvided && "Not provided: Kaleyra answered without a carrier, as it does in Europe.",
    withoutAnswer > 0 &&
      `${plural(withoutAnswer, "contact")} without an answer ${withoutAnswer === 1 ? "is" : "are"} not in this chart.`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(" ") : undefined;
}
