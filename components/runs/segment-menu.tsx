"use client";

import { lazy, Suspense } from "react";
import { Button } from "@/components/ui/button";
import { ChevronDownIcon, DownloadIcon } from "@/components/ui/icons";
import { useFetchedOverlay } from "@/components/ui/use-fetched-overlay";
import type { ContactFilter } from "@/lib/api/results";
import type { RunView } from "@/lib/api/runs";

const load = () => import("./segment-popover");
const SegmentPopover = lazy(async () => ({ default: (await load()).SegmentPopover }));

/** All segments of a run as downloads, with the filters of the page. */
export function SegmentMenu({ run, filter }: { run: RunView; filter: ContactFilter }) {
  const { hasOpened, button, overlay } = useFetchedOverlay(load);
  // What gets a run going again comes before what is known so far.
  const isStopped = run.status === "paused" || run.status === "failed";
  return (
    <>
      <Button {...button} aria-haspopup="dialog" variant={isStopped ? "secondary" : "primary"}>
        <DownloadIcon />
        Export segment
        <ChevronDownIcon />
      </Button>
      {hasOpened && (
        <Suspense>
          <SegmentPopover {...overlay} run={run} filter={filter} />
        </Suspense>
      )}
    </>
  );
}
