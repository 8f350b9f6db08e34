import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { RunPage } from "@/components/runs/run-page";
import { loadRunParams } from "@/components/runs/run-params";
import { Prefetched } from "@/components/ui/prefetched";
import { idParams } from "@/lib/api/common";
import { breakdownQuery, detailProgressQuery, runQuery } from "@/lib/api/queries";
import { requireUser } from "@/lib/auth/session";
import { getDetailProgress } from "@/lib/details/get-detail-progress";
import { orNotFound } from "@/lib/http/or-not-found";
import { getBreakdown } from "@/lib/runs/get-breakdown";
import { getRun } from "@/lib/runs/get-run";
import { prefetchEvents } from "./prefetch-events";
import { prefetchTab } from "./prefetch-tab";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

// Asked for twice a request: by the title of the tab and by the page.
const load = cache(async (id: string) => {
  const user = await requireUser();
  if (!idParams.shape.id.safeParse(id).success) notFound();
  const [run, breakdown, details] = await orNotFound(
    Promise.all([getRun(user, id), getBreakdown(user, id), getDetailProgress(user, id)]),
  );
  return { user, run, breakdown, details };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { run } = await load((await params).id);
  return { title: run.name };
}

export default async function Page({ params, searchParams }: Props) {
  const { user, run, breakdown, details } = await load((await params).id);
  const shown = await loadRunParams(searchParams);
  return (
    <Prefetched
      data={[
        [runQuery(run.id).queryKey, run],
        [breakdownQuery(run.id, false).queryKey, breakdown],
        [detailProgressQuery(run.id).queryKey, details],
        ...(await prefetchEvents(user, run)),
        ...(run.role === "viewer" ? [] : await prefetchTab(user, run.id, shown)),
      ]}
    >
      <RunPage id={run.id} />
    </Prefetched>
  );
}
