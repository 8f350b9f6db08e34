import { AXIS, BAR, columnWidths, FONT, figureOf, ROW, SCALE, shorten } from "./chart-size";
import { LEAST_WIDTH, partsOf } from "./reach-parts";
import { type ReachMeasure, type ReachRow, rateOf } from "./reach-row";

export interface ReachBarsProps {
  rows: readonly ReachRow[];
  measure: ReachMeasure;
}

/**
 * Bars without a script: the first view, the printed page and the picture. `ReachChart` draws the
 * same in the same places once someone points at it.
 */
export function ReachBars({ rows, measure }: ReachBarsProps) {
  const isRate = measure === "rate";
  const largest = Math.max(1, ...rows.map((row) => row.contacts));
  const { label, figure } = columnWidths(rows, measure);
  return (
    <div style={{ fontSize: FONT }}>
      {rows.map((row) => (
        <div
          key={row.key}
          className="grid items-center"
          style={{ gridTemplateColumns: `${label}px minmax(0, 1fr) ${figure}px`, height: ROW }}
        >
          <span className="truncate pr-2 text-right text-ink">{shorten(row.label)}</span>
          {isRate ? (
            <span className="overflow-hidden rounded-xs bg-pressed" style={{ height: BAR }}>
              <span
                className="block h-full rounded-xs bg-reach"
                style={{ width: `${rateOf(row)}%` }}
              />
            </span>
          ) : (
            <span
              className="flex overflow-hidden rounded-xs"
              style={{
                height: BAR,
                width: `${(row.contacts / largest) * 100}%`,
                minWidth: row.contacts > 0 ? LEAST_WIDTH : 0,
              }}
            >
              {partsOf(row).map(({ label, count, fill }) => (
                <span key={label} style={{ flexGrow: count, flexBasis: 0, background: fill }} />
              ))}
            </span>
          )}
          <span className="truncate pl-2 text-soft tabular-nums">{figureOf(row, measure)}</span>
        </div>
      ))}
      {isRate && (
        <div
          className="flex items-center justify-between text-muted text-xs tabular-nums"
          style={{ height: AXIS, marginLeft: label, marginRight: figure }}
        >
          {SCALE.map((percent) => (
            <span key={percent} className="flex w-0 justify-center">
              {percent}%
            </span>
          ))}
        </div>
      )}
    </div>
  );
}
