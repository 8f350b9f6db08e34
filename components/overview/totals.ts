import type { RunListItem } from "@/lib/api/runs";

export interface Totals {
  runs: number;
  /** Unique numbers in the runs. One that is in two runs counts twice, as it is looked up twice. */
  contacts: number;
  /** Those of them that are not waiting for their lookup any more. */
  checked: number;
  reachable: number;
  /** No answer or failed: may be asked again. */
  open: number;
}

/** Sums the runs that were started; a draft has asked nothing yet. */
export function totalsOf(runs: readonly RunListItem[]): Totals {
  const started = runs.filter((run) => run.status !== "draft");
  const sum = (count: (run: RunListItem) => number) =>
    started.reduce((total, run) => total + count(run), 0);
  return {
    runs: started.length,
    contacts: sum((run) => run.counts.unique),
    checked: sum((run) => run.counts.unique - run.outcomes.pending),
    reachable: sum((run) => run.outcomes.rcs),
    open: sum((run) => run.outcomes.no_answer + run.outcomes.failed),
  };
}
