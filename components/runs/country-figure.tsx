"use client";

import { useMemo } from "react";
import { ReachFigure } from "@/components/charts/reach-figure";
import type { FigureProps } from "./carrier-figure";
import { leftOut } from "./left-out";
import { countryRows } from "./reach-rows";

/** Where the contacts are, and how many in each country are reachable. */
export function CountryFigure({ cells, isLive, labelOf, runName }: FigureProps) {
  const rows = useMemo(() => countryRows(cells), [cells]);
  return (
    <ReachFigure
      title="Countries"
      noun={["Country", "countries"]}
      rows={rows}
      labelOf={labelOf}
      pictureOf={runName}
      isLive={isLive}
      note={isLive ? undefined : leftOut(cells, "chart")}
    />
  );
}
