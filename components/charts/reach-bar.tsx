import type { BarShapeProps } from "recharts";
import { LEAST_WIDTH, partsOf } from "./reach-parts";
import type { ReachRow } from "./reach-row";

/** One bar of contacts, cut into reachable and not reachable. */
export function ReachBar({ x, y, width, height, payload }: BarShapeProps) {
  const row = payload as ReachRow;
  if (row.contacts === 0) return null;
  const whole = Math.max(width, LEAST_WIDTH);
  let left = x;
  return (
    <g style={{ clipPath: "inset(0 round 4px)" }}>
      {partsOf(row).map(({ label, count, fill }) => {
        const start = left;
        const size = (count / row.contacts) * whole;
        left += size;
        return <rect key={label} x={start} y={y} width={size} height={height} fill={fill} />;
      })}
    </g>
  );
}
