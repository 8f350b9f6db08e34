import { OUTCOME_ORDER, OUTCOMES } from "@/components/ui/outcomes";
import type { BreakdownView } from "@/lib/api/results";
import { formatNumber, lowerFirst, plural } from "@/lib/format";
import { countContacts } from "./count-contacts";
import { countWithoutAnswer } from "./group-breakdown";

/** What charts and tables by carrier or country leave out, and why; null when it is nothing. */
export function leftOut(cells: BreakdownView["cells"], where: "chart" | "table"): string | null {
  const count = countWithoutAnswer(cells);
  if (count === 0) return null;
  const parts = OUTCOME_ORDER.filter((outcome) => outcome !== "rcs" && outcome !== "not_rcs")
    .map((outcome) => [outcome, countContacts(cells, { outcome }) ?? 0] as const)
    .filter(([, contacts]) => contacts > 0)
    .map(
      ([outcome, contacts]) => `${formatNumber(contacts)} ${lowerFirst(OUTCOMES[outcome].label)}`,
    );
  return `${plural(count, "contact is", "contacts are")} not in this ${where}: ${parts.join(", ")}.`;
}
