import type { BreakdownView } from "@/lib/api/results";

type Cell = BreakdownView["cells"][number];

/** Contacts with an answer that have something in common, such as their carrier. */
export interface Group {
  /** The value that they share: the carrier's name or the country's code. */
  key: string;
  contacts: number;
  reachable: number;
}

/** Carriers, from the largest down. */
export interface CarrierGroups {
  carriers: Group[];
  /** Answers without a carrier, which is neither an unknown nor an inactive one. */
  notProvided: Group | null;
}

const isAnswered = ({ outcome }: Cell) => outcome === "rcs" || outcome === "not_rcs";

/** Contacts of which nothing is known: they are in no group, so that no failure lowers a rate. */
export function countWithoutAnswer(cells: readonly Cell[]): number {
  return cells.filter((cell) => !isAnswered(cell)).reduce((sum, { contacts }) => sum + contacts, 0);
}

/** Sums the contacts with an answer by carrier. */
export function groupByCarrier(cells: readonly Cell[]): CarrierGroups {
  const carriers = group(
    cells.filter((cell) => cell.carrier !== null),
    (cell) => cell.carrier ?? "",
  );
  const [notProvided = null] = group(
    cells.filter((cell) => cell.carrier === null),
    () => "",
  );
  return { carriers, notProvided };
}

/** Sums the contacts with an answer by country, from the largest down. */
export function groupByCountry(cells: readonly Cell[]): Group[] {
  return group(cells, (cell) => cell.country);
}

function group(cells: readonly Cell[], keyOf: (cell: Cell) => string): Group[] {
  const groups = new Map<string, Group>();
  for (const cell of cells.filter(isAnswered)) {
    const key = keyOf(cell);
    const sum = groups.get(key) ?? { key, contacts: 0, reachable: 0 };
    sum.contacts += cell.contacts;
    if (cell.outcome === "rcs") sum.reachable += cell.contacts;
    groups.set(key, sum);
  }
  return [...groups.values()].sort(
    (a, b) => b.contacts - a.contacts || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
  );
}
