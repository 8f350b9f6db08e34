import { cx } from "@/components/ui/cx";
import type { ReachRow } from "./reach-row";

/** What the colours of the bars mean; only those that occur. */
export function ReachLegend({ rows }: { rows: readonly ReachRow[] }) {
  const hasOthers = rows.some((row) => row.contacts > row.reachable + row.notReachable);
  const items = [
    { label: "Reachable on RCS", fill: "bg-reach" },
    { label: "Not on RCS", fill: "bg-not-rcs" },
    ...(hasOthers ? [{ label: "Without an answer", fill: "bg-pending" }] : []),
  ];
  return (
    <ul className="mt-3 flex flex-wrap gap-x-4 gap-y-1">
      {items.map(({ label, fill }) => (
        <li key={label} className="flex items-center gap-2 text-muted text-sm">
          <span aria-hidden="true" className={cx("size-2.5 rounded-xs", fill)} />
          {label}
        </li>
      ))}
    </ul>
  );
}
