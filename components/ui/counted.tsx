import { formatNumber } from "@/lib/format";

/** A choice with how many there are of it. */
export function Counted({ label, count }: { label: string; count: number }) {
  return (
    <>
      {label}
      <span className="text-muted tabular-nums">{formatNumber(count)}</span>
    </>
  );
}
