"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ArrowRightIcon } from "@/components/ui/icons";
import { SAMPLE_SPELLINGS } from "./sample-spellings";

const SAMPLE = "/sample-audience.csv";

/** What is made of a list, shown by samples, and a whole list to try. */
export function SampleCard({ onFile }: { onFile: (file: File) => void }) {
  const [state, setState] = useState<"idle" | "loading" | "failed">("idle");
  async function takeSample() {
    setState("loading");
    try {
      const response = await fetch(SAMPLE);
      if (!response.ok) throw new Error(response.statusText);
      onFile(new File([await response.blob()], "sample-audience.csv", { type: "text/csv" }));
      setState("idle");
    } catch {
      setState("failed");
    }
  }
  return (
    <div className="flex items-center justify-between gap-x-6 gap-y-4 rounded-xl border border-line bg-surface px-5 py-4 shadow-xs max-sm:flex-col max-sm:items-start">
      <dl className="flex min-w-0 flex-wrap gap-x-6 gap-y-2 text-sm">
        {SAMPLE_SPELLINGS.map(({ before, after, where }) => (
          <div key={before} className="flex items-center gap-2">
            <dt className="text-soft tabular-nums">
              {before}
              <span className="sr-only"> {where}, becomes</span>
            </dt>
            <dd className="flex items-center gap-2 font-medium text-ink tabular-nums">
              <ArrowRightIcon className="size-4 text-muted" />
              {after}
            </dd>
          </div>
        ))}
      </dl>
      <div className="flex shrink-0 flex-wrap items-center justify-end gap-x-3">
        <p role="status" className="text-failed-ink text-sm empty:hidden">
          {state === "failed" && "The sample did not load. Try again."}
        </p>
        <Button size="sm" onPress={takeSample} isPending={state === "loading"}>
          Try the sample list
        </Button>
      </div>
    </div>
  );
}
