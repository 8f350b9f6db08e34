import type { BreakdownView } from "@/lib/api/results";

type Cell = BreakdownView["cells"][number];

/** Contacts that have something in common, such as their carrier. */
export interface Group {
  /** The value that they share: the carrier's name or the country's code. */
  key: string;
  contacts: number;
  /** Contacts that were looked up. */
  checked: number;
  reachable: number;
  notReachable: number;
}

/** Carriers, known only of contacts that got an answer. */
export interface CarrierGroups {
  /** From the largest down. */
  carriers: Group[];
  /** Answers without a carrier, which is neither an unknown nor an inactive one. */
  notProvided: Group | null;
  /** Contacts that have no answer, so that nothing is known of their carrier. */
  withoutAnswer: number;
}

const isAnswered = ({ outcome }: Cell) => outcome === "rcs" || outcome === "not_rcs";

/** Sums the cells by carrier. Every contact is in one group, or counted as without an answer. */
export function groupByCarrier(cells: readonly Cell[]): CarrierGroups {
  const answered = cells.filter(isAnswered);
  const groups = group(
    answered.filter((cell) => cell.carrier !== null),
    (cell) => cell.carrier ?? "",
  );
  const [notProvided = null] = group(
    answered.filter((cell) => cell.carrier === null),
    () => "",
  );
  const without = cells.filter((cell) => !isAnswered(cell));
  return {
    carriers: groups,
    notProvided,
    withoutAnswer: without.reduce((sum, cell) => sum + cell.contacts, 0),
  };
}

/** Sums the cells by country, from the largest down. */
export function groupByCountry(cells: readonly Cell[]): Group[] {
  return group(cells, (cell) => cell.country);
}

function group(cells: readonly Cell[], keyOf: (cell: Cell) => string): Group[] {
  const groups = new Map<string, Group>();
  for (const cell of cells) {
    const key = keyOf(cell);
    const sum = groups.get(key) ?? {
      key,
      contacts: 0,
      checked: 0,
      reachable: 0,
      notReachable: 0,
    };
    sum.contacts += cell.contacts;
    if (cell.outcome !== "pending") sum.checked += cell.contacts;
    if (cell.outcome === "rcs") sum.reachable += cell.contacts;
    if (cell.outcome === "not_rcs") sum.notReachable += cell.contacts;
    groups.set(key, sum);
  }
  return [...groups.values()].sort(
    (a, b) => b.contacts - a.contacts || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
  );
}
