import { LEGEND } from "./reach-parts";

/** What the colours of the bars mean. */
export function ReachLegend() {
  return (
    <ul className="mt-3 flex flex-wrap gap-x-4 gap-y-1">
      {LEGEND.map(({ label, fill }) => (
        <li key={label} className="flex items-center gap-2 text-muted text-sm">
          <span aria-hidden="true" className="size-2.5 rounded-xs" style={{ background: fill }} />
          {label}
        </li>
      ))}
    </ul>
  );
}
