/** One line of the bench's table. */
export interface Row {
  /** The number of the goal in the list of goals, such as "8"; a letter for those of our own. */
  goal: string;
  measured: string;
  ours: string;
  /** What it is measured beside, in the same run; empty where the goal is a bound of its own. */
  beside: string;
  ratio: string;
  wanted: string;
  /** Null for what is printed to be known and has no goal. */
  met: boolean | null;
}

export const times = (ratio: number) => `${ratio.toFixed(2)} ×`;
export const seconds = (value: number) => `${value.toFixed(2)} s`;
export const milliseconds = (value: number) => `${value.toFixed(1)} ms`;
export const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
export const count = (value: number) => value.toLocaleString("en");

/** A row whose goal is that a ratio stays at or below a bound. */
export function atMost(
  bound: number,
  ratio: number,
  row: Pick<Row, "goal" | "measured" | "ours" | "beside">,
): Row {
  return {
    ...row,
    ratio: times(ratio),
    wanted: `at most ${times(bound)}`,
    met: ratio <= bound,
  };
}

/** The table in Markdown. */
export function tableOf(rows: Row[]): string {
  const header = ["goal", "measured", "ours", "beside", "ratio", "wanted", "met"];
  const cells = rows.map(({ goal, measured, ours, beside, ratio, wanted, met }) => [
    goal,
    measured,
    ours,
    beside,
    ratio,
    wanted,
    met === null ? "" : met ? "yes" : "NO",
  ]);
  const lines = [header, header.map(() => "---"), ...cells];
  return lines.map((line) => `| ${line.join(" | ")} |`).join("\n");
}
