import { count, type Row, seconds } from "./report";

/** A row that says how a duration grows with the size: the exponent of the last step, 1 for linear. */
export function growthOf(
  goal: string,
  measured: string,
  points: { size: number; seconds: number }[],
): Row {
  const [before, last] = points.slice(-2);
  const exponent =
    before && last
      ? Math.log(last.seconds / before.seconds) / Math.log(last.size / before.size)
      : Number.NaN;
  return {
    goal,
    measured: `growth: ${measured}`,
    ours: points.map((point) => `${count(point.size)}: ${seconds(point.seconds)}`).join(", "),
    beside: "",
    ratio: `exponent ${exponent.toFixed(2)}`,
    wanted: "",
    met: null,
  };
}
