import type { ReactNode } from "react";
import { cx } from "./cx";

export interface StatProps {
  label: ReactNode;
  /** The figure, already written out. */
  value: ReactNode;
  /** What it is of, or since when. */
  note?: ReactNode;
  tone?: "ink" | "reach";
  size?: "md" | "lg";
  className?: string;
}

/** One figure that matters. Put several into a `<dl>` grid. */
export function Stat({ label, value, note, tone = "ink", size = "md", className }: StatProps) {
  return (
    <div className={cx("flex min-w-0 flex-col gap-1", className)}>
      <dt className="text-muted text-sm">{label}</dt>
      <dd
        className={cx(
          "font-semibold tabular-nums",
          size === "lg" ? "text-display" : "text-2xl",
          tone === "reach" ? "text-reach-ink" : "text-ink",
        )}
      >
        {value}
      </dd>
      {note && <dd className="text-muted text-sm">{note}</dd>}
    </div>
  );
}

/** Up to four figures side by side, each on a surface of its own. */
export function StatRow({ children }: { children: ReactNode }) {
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line shadow-xs lg:grid-cols-4 [&>div]:bg-surface [&>div]:p-5">
      {children}
    </dl>
  );
}
