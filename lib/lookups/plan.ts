/** Fewer numbers than this go out one by one (Kaleyra, Bulk Device Lookup, "Limitations"). */
export const MIN_BULK = 100;
/** The most numbers of a bulk lookup (the same place). */
export const MAX_BULK = 500;

/** Of a retry: no call could be smaller and still be a bulk lookup. */
const MAX_RETRIED_BULK = 2 * MIN_BULK - 1;
/** So many contacts of a run at most are retried one by one, when the smallest bulk calls have failed too. */
const MAX_RETRIED_SINGLY = 5_000;

/** The calls that a number of contacts needs. */
export interface CallPlan {
  /** Numbers in each bulk call; all within 100 to 500, and no two differ by more than one. */
  bulkSizes: number[];
  /** Single calls, one number each. */
  singles: number;
}

/**
 * Splits `count` numbers evenly, so that no bulk call falls under 100: 501 becomes 251 + 250,
 * never 500 and a rest that would have to go out singly.
 *
 * @param most numbers of a bulk call; with fewer than 199 some counts could not be split
 */
export function planCalls(count: number, most: number = MAX_BULK): CallPlan {
  if (count < MIN_BULK) return { bulkSizes: [], singles: count };
  const calls = Math.ceil(count / most);
  const size = Math.floor(count / calls);
  const larger = count % calls;
  const bulkSizes = Array.from({ length: calls }, (_, index) => (index < larger ? size + 1 : size));
  return { bulkSizes, singles: 0 };
}

/**
 * Plans to ask again what has failed or had no answer: in smaller calls than before, then singly. A
 * number that Kaleyra always fails on fails its whole call, and would take the same contacts along
 * each time.
 *
 * @param count contacts that may share calls
 * @param retry which one it is of the run, from 1
 * @param total contacts that the run asks again, of all countries
 */
export function planRetry(count: number, retry: number, total: number = count): CallPlan {
  const isSingle = count <= MAX_RETRIED_BULK || (retry > 1 && total <= MAX_RETRIED_SINGLY);
  return isSingle ? { bulkSizes: [], singles: count } : planCalls(count, MAX_RETRIED_BULK);
}

/** A plan over several groups that may not share a call, such as countries. */
export function planGroups(counts: Iterable<number>): CallPlan {
  const plans = Array.from(counts, (count) => planCalls(count));
  return {
    bulkSizes: plans.flatMap((plan) => plan.bulkSizes),
    singles: plans.reduce((sum, plan) => sum + plan.singles, 0),
  };
}

/** A plan over the contacts of each country, which share calls unless the account forbids it. */
export function planCountries(
  countries: readonly { contacts: number }[],
  { oneCountryPerBatch }: { oneCountryPerBatch: boolean },
): CallPlan {
  const counts = countries.map(({ contacts }) => contacts);
  return oneCountryPerBatch
    ? planGroups(counts)
    : planCalls(counts.reduce((sum, count) => sum + count, 0));
}

/** "10 bulk calls of 476 or 477 numbers", for a plan whose sizes are what they are. */
export function describePlan({ bulkSizes, singles }: CallPlan): string {
  const parts: string[] = [];
  if (bulkSizes.length > 0) {
    const sizes = [...new Set(bulkSizes)]
      .sort((a, b) => a - b)
      .map((size) => size.toLocaleString("en"));
    const calls =
      bulkSizes.length === 1
        ? "1 bulk call"
        : `${bulkSizes.length.toLocaleString("en")} bulk calls`;
    parts.push(
      sizes.length <= 2
        ? `${calls} of ${sizes.join(" or ")} numbers`
        : `${calls} of ${sizes[0]} to ${sizes.at(-1)} numbers`,
    );
  }
  if (singles > 0) {
    parts.push(singles === 1 ? "1 single call" : `${singles.toLocaleString("en")} single calls`);
  }
  return parts.join(" and ") || "no calls";
}
