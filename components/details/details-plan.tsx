import { Skeleton } from "@/components/ui/skeleton";
import type { DetailsView } from "@/lib/api/details";
import { formatNumber } from "@/lib/format";
import { nothingToDo, planCost, planDeed, planLines } from "./plan-lines";

/** The chosen contacts by what happens to them, the calls that makes, and the price. */
export function DetailsPlan({
  view,
  isPending,
  isSandbox,
}: {
  view: DetailsView | undefined;
  isPending: boolean;
  isSandbox: boolean;
}) {
  if (!view) return isPending ? <Skeleton className="h-44" /> : null;
  const { selection, calls } = view;
  const hasWork = planDeed(selection) !== null;
  return (
    <div aria-live="polite" className="flex flex-col gap-3">
      <dl className="divide-y divide-line rounded-md border border-line bg-sunken px-4">
        <Line label="Contacts chosen" value={formatNumber(selection.contacts)} isMain />
        {planLines(selection).map(({ label, contacts, note }) => (
          <Line key={label} label={label} note={note} value={formatNumber(contacts)} />
        ))}
        <Line label="Calls, at least" value={formatNumber(calls)} />
        <Line label="Estimated cost" value={planCost(view, isSandbox)} isMain />
      </dl>
      <p className="text-muted text-sm">
        {hasWork
          ? `${isSandbox ? "The sandbox bills nothing." : "Kaleyra’s bill is what counts."} You can pause or cancel at any time; results are kept.`
          : nothingToDo(selection)}
      </p>
    </div>
  );
}

interface LineProps {
  label: string;
  value: string;
  note?: string;
  isMain?: boolean;
}

function Line({ label, value, note, isMain = false }: LineProps) {
  return (
    <div className="flex items-baseline justify-between gap-4 py-2">
      <dt className={isMain ? "font-medium text-ink" : "text-soft"}>
        {label}
        {note && <span className="text-muted">, {note}</span>}
      </dt>
      <dd className={isMain ? "text-right font-medium text-ink tabular-nums" : "tabular-nums"}>
        {value}
      </dd>
    </div>
  );
}
