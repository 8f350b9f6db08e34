import type { RunListItem } from "@/lib/api/runs";

export interface Totals {
  runs: number;
  /** Unique numbers in the runs. One that is in two runs counts twice, as it is looked up twice. */
  contacts: number;
  /** Those of them of which it is known whether they are reachable. */
  answered: number;
  reachable: number;
  /** Some of the answers are made up. */
  hasSandbox: boolean;
}

/** Sums the runs that were started; a draft has asked nothing yet. */
export function totalsOf(runs: readonly RunListItem[]): Totals {
  const started = runs.filter((run) => run.status !== "draft");
  const sum = (count: (run: RunListItem) => number) =>
    started.reduce((total, run) => total + count(run), 0);
  return {
    runs: started.length,
    contacts: sum((run) => run.counts.unique),
    answered: sum((run) => run.outcomes.rcs + run.outcomes.not_rcs),
    reachable: sum((run) => run.outcomes.rcs),
    hasSandbox: started.some((run) => run.isSandbox),
  };
}
