import type { BarShapeProps } from "recharts";
import type { ReachRow } from "./reach-row";

/** A row that exists can be seen, however small it is beside the largest one. */
const LEAST_WIDTH = 3;

/** One bar of contacts, cut into reachable, not reachable and without an answer. */
export function ReachBar({ x, y, width, height, payload }: BarShapeProps) {
  const row = payload as ReachRow;
  if (row.contacts === 0) return null;
  const whole = Math.max(width, LEAST_WIDTH);
  const parts = [
    { name: "reachable", count: row.reachable, fill: "var(--color-reach)" },
    { name: "not", count: row.notReachable, fill: "var(--color-not-rcs)" },
    {
      name: "others",
      count: row.contacts - row.reachable - row.notReachable,
      fill: "var(--color-pending)",
    },
  ].filter((part) => part.count > 0);
  let left = x;
  return (
    <g style={{ clipPath: "inset(0 round 4px)" }}>
      {parts.map(({ name, count, fill }) => {
        const start = left;
        const size = (count / row.contacts) * whole;
        left += size;
        return <rect key={name} x={start} y={y} width={size} height={height} fill={fill} />;
      })}
    </g>
  );
}
