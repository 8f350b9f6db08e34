import type { BreakdownView } from "@/lib/api/results";
import { plural } from "@/lib/format";
import { countWithoutAnswer } from "./group-breakdown";

/** What charts and tables by carrier or country leave out; null when it is nothing. */
export function leftOut(cells: BreakdownView["cells"], where: "chart" | "table"): string | null {
  const count = countWithoutAnswer(cells);
  if (count === 0) return null;
  return `${plural(count, "contact")} without an answer ${count === 1 ? "is" : "are"} not in this ${where}.`;
}
