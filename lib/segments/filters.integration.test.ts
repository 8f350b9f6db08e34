import fc from "fast-check";
import Papa from "papaparse";
import { beforeAll, describe, expect, it } from "vitest";
import type { ContactFilter, ContactView } from "@/lib/api/results";
import { NOT_PROVIDED, OUTCOMES } from "@/lib/api/values";
import type { SessionUser } from "@/lib/auth/session";
import { keptCounts, recount } from "@/test/kept-counts";
import { makeAccount, makeUser } from "@/test/people";
import { draftRun, keepAnew, storeAnswers } from "@/test/runs";
import { exportSegment } from "./export-segment";
import { listContacts } from "./list-contacts";
import { readSearch } from "./number-search";

// Numbers under three calling codes that share beginnings and ends, so that searches meet.
const numbers = ["+1415200", "+1212415", "+4474001", "+4479111", "+3361415", "+3365000"].flatMap(
  (start) =>
    Array.from({ length: 40 }, (_, index) => {
      const width = start.startsWith("+33") || start.startsWith("+1") ? 4 : 5;
      return `${start}${String((index * 271) % 10_000).padStart(width, "0")}`;
    }),
);
let user: SessionUser;
let accountId: string;

beforeAll(async () => {
  user = await makeUser();
  accountId = await makeAccount(user);
});

const answer = fc.constantFrom(...OUTCOMES, "rcs" as const);
const carrier = fc.constantFrom(null, "Orange", 'O"2, "Plus"', "=cmd");
const carrierStatus = fc.constantFrom(null, "ACTIVE", "INACTIVE");
const contact = fc.record({ outcome: answer, carrier, carrierStatus });
type Known = typeof contact extends fc.Arbitrary<infer T> ? T : never;
const part = <T>(values: readonly T[]) => fc.constantFrom(undefined, ...values);

const search = fc.oneof(
  fc.constantFrom(undefined, undefined, "", "abc", "1", "0", "00", "+44", "415", "4150", "0415"),
  fc
    .tuple(fc.constantFrom(...numbers), fc.nat(12), fc.integer({ min: 1, max: 12 }))
    .map(([number, from, length]) => number.slice(from, from + length)),
);
const filter: fc.Arbitrary<ContactFilter> = fc.record({
  outcome: part(OUTCOMES),
  carrier: part(["Orange", 'O"2, "Plus"', NOT_PROVIDED, "Nobody"]),
  carrierStatus: part(["ACTIVE", "INACTIVE", NOT_PROVIDED]),
  country: part(["US", "GB", "FR", "DE"]),
  q: search,
});

/** The definition: whether a filter lets a contact through. */
function matches(one: ContactView, wanted: ContactFilter): boolean {
  const isAnswer = one.outcome === "rcs" || one.outcome === "not_rcs";
  const fits = (value: string | null, given: string | undefined) =>
    !given || (given === NOT_PROVIDED ? isAnswer && value === null : value === given);
  const found = wanted.q ? readSearch(wanted.q) : undefined;
  return (
    (!wanted.outcome || one.outcome === wanted.outcome) &&
    (!wanted.country || one.country === wanted.country) &&
    fits(one.carrier, wanted.carrier) &&
    fits(one.carrierStatus, wanted.carrierStatus) &&
    (found === undefined ||
      (found !== null &&
        (found.starts.some((start) => one.number.startsWith(start)) ||
          (found.ends !== null && one.number.endsWith(found.ends)))))
  );
}

async function pagesOf(runId: string, wanted: ContactFilter, limit: number) {
  const seen: ContactView[] = [];
  let cursor: string | undefined;
  do {
    const page = await listContacts(user, runId, { ...wanted, limit, cursor });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    seen.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return seen;
}

const byNumber = (a: string, b: string) => (a < b ? -1 : 1);

/** A run of these numbers in an order of its own; a draft when nothing is known of them. */
async function runOf(order: readonly string[], known: readonly Known[]) {
  const { id } = await draftRun(user, accountId, [...order]);
  if (known.length === 0) return id;
  await keepAnew(id);
  const outcomes = known.flatMap(({ outcome, ...given }, index) => {
    if (outcome === "pending") return [];
    const isAnswer = outcome === "rcs" || outcome === "not_rcs";
    const none = { carrier: null, carrierStatus: null };
    return [{ line: index + 2, outcome, ...(isAnswer ? given : none), failure: null }];
  });
  // In two parts that lie among each other, as those of a retry do.
  for (const part of [0, 1]) {
    const some = outcomes.filter((_, index) => index % 2 === part);
    await storeAnswers(id, some);
  }
  return id;
}

const order = fc.shuffledSubarray(numbers, { minLength: 60, maxLength: 200 });

describe("a filter of contacts", () => {
  it("lists page by page what the definition says, in order, each contact once, and exports the same", async () => {
    await fc.assert(
      fc.asyncProperty(
        order,
        fc.array(contact, { maxLength: 200 }),
        fc.array(fc.tuple(filter, fc.constantFrom(1, 7, 50, 500)), {
          minLength: 12,
          maxLength: 12,
        }),
        async (ordered, known, wishes) => {
          const runId = await runOf(ordered, known.slice(0, ordered.length));
          if (known.length > 0) expect(await keptCounts(runId)).toEqual(await recount(runId));
          const all = await pagesOf(runId, {}, 500);
          expect(all.map(({ number }) => number)).toEqual(ordered);
          for (const [wanted, limit] of wishes) {
            const expected = all.filter((one) => matches(one, wanted)).map(({ number }) => number);
            const sorted = wanted.q ? [...expected].sort(byNumber) : expected;
            // Page by page only as far as it stays a handful of queries.
            const size = Math.max(limit, Math.ceil(expected.length / 10));
            const listed = await pagesOf(runId, wanted, size);
            expect(listed.map(({ number }) => number)).toEqual(sorted);
            expect(await exported(runId, wanted)).toEqual(expected);
          }
        },
      ),
      { numRuns: 12 },
    );
  });
});

async function exported(runId: string, wanted: ContactFilter): Promise<(string | undefined)[]> {
  const query = { ...wanted, segment: "all", format: "csv" } as const;
  const { body } = await exportSegment(user, runId, query);
  const { data } = Papa.parse<Record<string, string>>(await new Response(body).text(), {
    header: true,
    skipEmptyLines: true,
  });
  return data.map((row) => row.phone);
}
