/** Pixels. Known before the chart is loaded, so that nothing moves when it is. */
const ROW = 36;
const AXIS = 28;

/** The height of a chart with so many bars. */
export function chartHeight(rows: number): number {
  return rows * ROW + AXIS;
}
