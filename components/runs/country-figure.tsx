"use client";

import { useMemo } from "react";
import { ReachFigure } from "@/components/charts/reach-figure";
import type { FigureProps } from "./carrier-figure";
import { countryRows } from "./reach-rows";

/** Where the contacts are, and how many in each country are reachable. */
export function CountryFigure({ cells, labelOf, runName }: Omit<FigureProps, "isLive">) {
  const rows = useMemo(() => countryRows(cells), [cells]);
  return (
    <ReachFigure
      title="Countries"
      noun={["Country", "countries"]}
      rows={rows}
      labelOf={labelOf}
      pictureOf={runName}
      empty="Countries appear when the run starts."
    />
  );
}
