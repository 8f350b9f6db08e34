"use client";

import { type ReactNode, useMemo } from "react";
import { ReachFigure } from "@/components/charts/reach-figure";
import type { ReachRow } from "@/components/charts/reach-row";
import { NOT_PROVIDED_WORDS } from "@/components/ui/not-provided";
import type { BreakdownView } from "@/lib/api/results";
import { NOT_PROVIDED } from "@/lib/api/values";
import { plural } from "@/lib/format";
import { type Group, groupByCarrier } from "./group-breakdown";

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
  const { carriers, notProvided, withoutAnswer } = useMemo(() => groupByCarrier(cells), [cells]);
  const rows = useMemo(() => rowsOf(carriers, notProvided), [carriers, notProvided]);
  return (
    <ReachFigure
      title="Carriers"
      noun={["Carrier", "carriers"]}
      rows={rows}
      labelOf={labelOf}
      pictureOf={runName}
      empty="Carriers appear with the first answers."
      note={isLive ? undefined : note(notProvided !== null, withoutAnswer)}
    />
  );
}

function rowsOf(carriers: readonly Group[], notProvided: Group | null): ReachRow[] {
  const rows: ReachRow[] = carriers.map((group) => ({ ...group, label: group.key }));
  if (notProvided) {
    rows.push({ ...notProvided, key: NOT_PROVIDED, label: NOT_PROVIDED_WORDS, isApart: true });
  }
  return rows;
}

function note(hasNotProvided: boolean, withoutAnswer: number): string | undefined {
  const parts = [
    hasNotProvided && "Not provided: Kaleyra answered without a carrier, as it does in Europe.",
    withoutAnswer > 0 &&
      `${plural(withoutAnswer, "contact")} without an answer ${withoutAnswer === 1 ? "is" : "are"} not in this chart.`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(" ") : undefined;
}
