/** Pixels. Known before the chart is loaded, so that nothing moves when it is. */
const ROW = 36;
/** The scale under the bars. */
export const AXIS = 28;

/** The height of a chart with so many bars. */
export function chartHeight(rows: number, hasScale: boolean): number {
  return rows * ROW + (hasScale ? AXIS : 0);
}
