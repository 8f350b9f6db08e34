import { Stat } from "@/components/ui/stat";
import type { DetailProgress } from "@/lib/api/details";
import { formatMoney, formatNumber } from "@/lib/format";

/** What all lookups of number details of a run took and cost. */
export function DetailsFigures({
  total,
  currency,
}: {
  total: DetailProgress["total"];
  currency: string;
}) {
  return (
    <dl className="grid grid-cols-2 gap-x-5 gap-y-4 lg:grid-cols-5">
      <Stat label="Requests" value={formatNumber(total.requests)} note="up to 100 numbers each" />
      <Stat label="Fetches" value={formatNumber(total.polls)} note="by lookup id: free" />
      <Stat label="Billed" value={formatNumber(total.billed)} note="numbers looked up" />
      <Stat
        label="Possibly billed"
        value={formatNumber(total.ambiguous)}
        note={total.ambiguous > 0 ? "in requests that broke off" : "no request broke off"}
      />
      <Stat
        label={total.ambiguous > 0 ? "Cost, at most" : "Cost"}
        value={total.cost > 0 ? formatMoney(total.cost, currency) : "–"}
        note={
          total.cost > 0 || total.billed === 0 ? "at the price of the start" : "no price is set"
        }
      />
    </dl>
  );
}
