import { OUTCOME_ORDER, OUTCOMES } from "@/components/ui/outcomes";
import type { RunView } from "@/lib/api/runs";
import { formatMoney, formatNumber, formatPrice, plural } from "@/lib/format";

/** A part of a sum; the first one is the whole. */
export interface Term {
  label: string;
  value: number;
  isMain?: boolean;
}

/** Every contact of a run is in exactly one place. Outcomes that seldom occur are left out at zero. */
export function contactsSum({ counts, outcomes }: Pick<RunView, "counts" | "outcomes">): Term[] {
  const shown = OUTCOME_ORDER.filter(
    (outcome) => outcome === "rcs" || outcome === "not_rcs" || outcomes[outcome] > 0,
  );
  return [
    { label: "contacts", value: counts.unique, isMain: true },
    ...shown.map((outcome) => ({ label: OUTCOMES[outcome].label, value: outcomes[outcome] })),
  ];
}

/** Every lookup that Kaleyra may charge for belongs to a contact, or is beyond what was needed. */
export function lookupsSum({ ledger }: Pick<RunView, "ledger">): Term[] {
  const whole = ledger.billed + ledger.ambiguous;
  return [
    { label: "lookups that may be billed", value: whole, isMain: true },
    { label: "one for each contact looked up", value: whole - ledger.excess },
    { label: "extra, possibly billed", value: ledger.excess },
  ];
}

/** Of how many planned lookups, and what those differ by where that is no failure; and in how many calls. */
export function plannedNote({
  counts,
  outcomes,
  ledger,
}: Pick<RunView, "counts" | "outcomes" | "ledger">): string {
  const parts = [
    outcomes.rejected > 0 && `${formatNumber(outcomes.rejected)} rejected, free`,
    counts.erased > 0 && `${plural(counts.erased, "row")} erased since`,
  ].filter(Boolean);
  const why = parts.length > 0 ? ` (${parts.join("; ")})` : "";
  return `of ${formatNumber(counts.unique)} planned${why}, in ${plural(ledger.calls, "call")}`;
}

/** Why fewer lookups were made than planned; null when all were. A rejected number is not billed. */
export function notLookedUp({ outcomes }: Pick<RunView, "outcomes">): string | null {
  const { rejected, failed, pending } = outcomes;
  const parts = [
    rejected > 0 && `${formatNumber(rejected)} rejected by Kaleyra as invalid, which is free`,
    failed > 0 && `${formatNumber(failed)} failed`,
    pending > 0 && `${formatNumber(pending)} not checked`,
  ].filter(Boolean);
  return parts.length > 0 ? `Planned, but not looked up: ${parts.join("; ")}.` : null;
}

/** How the cost comes about: "1,020 lookups × $0.004 = $4.08". */
export function costSum({
  isSandbox,
  ledger,
  cost,
}: Pick<RunView, "isSandbox" | "ledger" | "cost">): string | null {
  if (isSandbox || cost.pricePerLookup <= 0) return null;
  const lookups = formatNumber(ledger.billed + ledger.ambiguous);
  return `${lookups} lookups × ${formatPrice(cost.pricePerLookup, cost.currency)} = ${formatMoney(cost.soFar, cost.currency)}`;
}
