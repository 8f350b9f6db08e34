import type { ReachRow } from "@/components/charts/reach-row";

/** What two runs say of the same carrier. */
export interface RowPair {
  key: string;
  label: string;
  before: Pair;
  after: Pair;
}

type Pair = Pick<ReachRow, "contacts" | "reachable">;

const none: Pair = { contacts: 0, reachable: 0 };

const add = (a: Pair, b: Pair): Pair => ({
  contacts: a.contacts + b.contacts,
  reachable: a.reachable + b.reachable,
});

/**
 * The rows of two runs beside each other, the largest first. More than `most` are put together
 * into one; what is set apart stays at the end.
 */
export function pairRows(
  before: readonly ReachRow[],
  after: readonly ReachRow[],
  most: number,
  many: string,
): RowPair[] {
  const keys = new Map([...before, ...after].map((row) => [row.key, row]));
  const pairs = [...keys.values()]
    .map(({ key, label, isApart = false }) => ({
      key,
      label,
      isApart,
      before: before.find((row) => row.key === key) ?? none,
      after: after.find((row) => row.key === key) ?? none,
    }))
    .sort(
      (a, b) =>
        Number(a.isApart) - Number(b.isApart) ||
        b.before.contacts + b.after.contacts - a.before.contacts - a.after.contacts ||
        (a.label < b.label ? -1 : 1),
    );
  const plain = pairs.filter(({ isApart }) => !isApart);
  if (plain.length <= most) return pairs;
  const rest = plain.slice(most - 1);
  const others = {
    key: "other",
    label: `${rest.length} other ${many}`,
    before: rest.map((row) => row.before).reduce(add, none),
    after: rest.map((row) => row.after).reduce(add, none),
  };
  return [...plain.slice(0, most - 1), others, ...pairs.filter(({ isApart }) => isApart)];
}
