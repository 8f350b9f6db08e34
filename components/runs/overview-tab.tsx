"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReachRow } from "@/components/charts/reach-row";
import { DetailsCard } from "@/components/details/details-card";
import { Card } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { TextLink } from "@/components/ui/text-link";
import { breakdownQuery } from "@/lib/api/queries";
import type { ContactFilter } from "@/lib/api/results";
import { isLive } from "@/lib/api/run-status";
import type { RunView } from "@/lib/api/runs";
import { CarrierFigure } from "./carrier-figure";
import { CountryFigure } from "./country-figure";
import { Equation } from "./equation";
import { RunFigures } from "./run-figures";
import { contactsHref } from "./run-params";

export interface OverviewTabProps {
  run: RunView;
  /** Its figures may change by themselves. */
  isMoving: boolean;
  /** Left out for those who may not see contacts. */
  onShowContacts?: (filter: ContactFilter) => void;
}

/** The result by carrier and by country, and what it took. */
export function OverviewTab({ run, isMoving, onShowContacts }: OverviewTabProps) {
  const breakdown = useQuery(breakdownQuery(run.id, isMoving));
  const link = (filterOf: (key: string) => ContactFilter) => {
    if (!onShowContacts) return undefined;
    return (row: ReachRow) => {
      const filter = filterOf(row.key);
      return (
        <TextLink
          href={contactsHref(run.id, filter)}
          // The page is there already: only what it shows changes.
          onNavigate={(event) => {
            event.preventDefault();
            onShowContacts(filter);
          }}
          prefetch={false}
        >
          {row.label}
        </TextLink>
      );
    };
  };
  if (run.status === "draft") return <Equation counts={run.counts} />;
  return (
    <div className="flex flex-col gap-5">
      <RunFigures run={run} />
      {breakdown.isPending && (
        <div className="grid gap-5 lg:grid-cols-2" role="status" aria-label="Loading the charts">
          <Skeleton className="h-72" />
          <Skeleton className="h-72" />
        </div>
      )}
      {breakdown.isError && !breakdown.data && (
        <Card>
          <ErrorState
            title="The charts could not be loaded"
            error={breakdown.error}
            onRetry={() => breakdown.refetch()}
            isRetrying={breakdown.isFetching}
          />
        </Card>
      )}
      {breakdown.data && (
        <div className="grid items-start gap-5 lg:grid-cols-2">
          <CarrierFigure
            isLive={isLive(run.status)}
            cells={breakdown.data.cells}
            labelOf={link((carrier) => ({ carrier }))}
            runName={run.name}
          />
          <CountryFigure
            isLive={isLive(run.status)}
            cells={breakdown.data.cells}
            labelOf={link((country) => ({ country }))}
            runName={run.name}
          />
        </div>
      )}
      {!run.purgedAt && <DetailsCard run={run} canSteer={run.role !== "viewer"} />}
    </div>
  );
}
