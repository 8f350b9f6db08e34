/** How many of the newest runs the overview sums up. Not in a client file: the server page reads it too. */
export const RUNS_IN_TOTALS = 100;
