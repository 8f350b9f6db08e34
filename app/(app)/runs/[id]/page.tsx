import type { Metadata } from "next";
import { RunPage } from "@/components/runs/run-page";
import { loadRunParams } from "@/components/runs/run-params";
import { runTitle } from "@/components/runs/run-title";
import { Prefetched } from "@/components/ui/prefetched";
import { breakdownQuery, detailProgressQuery, runQuery } from "@/lib/api/queries";
import { getDetailProgress } from "@/lib/details/get-detail-progress";
import { orNotFound } from "@/lib/http/or-not-found";
import { getBreakdown } from "@/lib/runs/get-breakdown";
import { findRunOfPage, viewRunOfPage } from "./find-run-of-page";
import { prefetchEvents } from "./prefetch-events";
import { prefetchTab } from "./prefetch-tab";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const run = await viewRunOfPage((await params).id);
  // The same that the page itself sets as the run goes on: either may come last.
  return { title: { absolute: runTitle(run) } };
}

export default async function Page({ params, searchParams }: Props) {
  const { id } = await params;
  const shown = await loadRunParams(searchParams);
  const { user, run: found, role } = await findRunOfPage(id);
  const [run, breakdown, details, events, tab] = await orNotFound(
    Promise.all([
      viewRunOfPage(id),
      getBreakdown(user, id),
      getDetailProgress(user, id),
      prefetchEvents(user, found),
      found.purgedAt && shown.tab !== "lookups" ? [] : prefetchTab(user, { id, role }, shown),
    ]),
  );
  return (
    <Prefetched
      data={[
        [runQuery(run.id).queryKey, run],
        [breakdownQuery(run.id, false).queryKey, breakdown],
        [detailProgressQuery(run.id).queryKey, details],
        ...events,
        ...tab,
      ]}
    >
      <RunPage id={run.id} />
    </Prefetched>
  );
}
