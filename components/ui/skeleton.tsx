import { cx } from "./cx";

/** Holds the place of what is still loading: give it the size of the real thing. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <div aria-hidden="true" className={cx("animate-breathe rounded-sm bg-pressed", className)} />
  );
}

/** Rows of a list that is still loading, inside the frame that the list will have. */
export function SkeletonRows({ rows = 5, label = "Loading" }: { rows?: number; label?: string }) {
  return (
    <div
      role="status"
      aria-label={label}
      className="overflow-hidden rounded-lg border border-line bg-surface shadow-xs"
    >
      <div className="h-9 border-line border-b bg-sunken" />
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <div
          key={row}
          className="flex h-12 items-center gap-6 border-line border-b px-4 last:border-b-0"
        >
          <Skeleton className="h-3.5 w-2/5" />
          <Skeleton className="h-3.5 w-1/6" />
          <Skeleton className="ml-auto h-3.5 w-1/12" />
        </div>
      ))}
    </div>
  );
}
