import type { ReachRow } from "@/components/charts/reach-row";
import { NOT_PROVIDED_WORDS } from "@/components/ui/not-provided";
import type { BreakdownView } from "@/lib/api/results";
import { NOT_PROVIDED } from "@/lib/api/values";
import { countryName } from "@/lib/phone/country-name";
import { groupByCarrier, groupByCountry } from "./group-breakdown";

type Cells = BreakdownView["cells"];

/** A row for each carrier, and one for answers without a carrier. */
export function carrierRows(cells: Cells): ReachRow[] {
  const { carriers, notProvided } = groupByCarrier(cells);
  const rows: ReachRow[] = carriers.map((group) => ({ ...group, label: group.key }));
  if (notProvided) {
    rows.push({ ...notProvided, key: NOT_PROVIDED, label: NOT_PROVIDED_WORDS, isApart: true });
  }
  return rows;
}

/** A row for each country. */
export function countryRows(cells: Cells): ReachRow[] {
  return groupByCountry(cells).map((group) => ({ ...group, label: countryName(group.key) }));
}
