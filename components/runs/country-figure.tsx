"use client";

import { useMemo } from "react";
import { ReachFigure } from "@/components/charts/reach-figure";
import { countryName } from "@/lib/phone/country-name";
import type { FigureProps } from "./carrier-figure";
import { groupByCountry } from "./group-breakdown";

/** Where the contacts are, and how many in each country are reachable. */
export function CountryFigure({ cells, labelOf, runName }: Omit<FigureProps, "isLive">) {
  const rows = useMemo(
    () => groupByCountry(cells).map((group) => ({ ...group, label: countryName(group.key) })),
    [cells],
  );
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
