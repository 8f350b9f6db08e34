import { describe, expect, test } from "vitest";
import { getNumberLookup } from "@/lib/kaleyra/get-number-lookup";
import { requestNumberLookups } from "@/lib/kaleyra/request-number-lookups";
import { failureOf, NUMBER, numbers, sandboxForTests } from "./testing/sandbox-for-tests";

const { sandbox, connection } = await sandboxForTests();

async function request(asked: readonly string[] = [NUMBER]): Promise<string[]> {
  const requested = await requestNumberLookups(connection, asked);
  return requested.ok ? requested.accepted.map(({ lookupId }) => lookupId) : [];
}
async function readiness(lookupId: string, polls: number): Promise<boolean[]> {
  const ready: boolean[] = [];
  for (let poll = 0; poll < polls; poll += 1) {
    const answer = await getNumberLookup(connection, lookupId);
    if (!answer.ok) throw new Error("Details must be answered.");
    ready.push(answer.details !== null);
  }
  return ready;
}

describe.each(["bare", "empty", "202"] as const)("details that are not ready, as %s", (pending) => {
  test("for a time", async () => {
    sandbox.configure({ detailsReadyAfterMs: 600_000, detailsPendingAs: pending });
    const [id = ""] = await request();
    expect(await readiness(id, 2)).toEqual([false, false]);
    sandbox.configure({});
    expect(await readiness(id, 1)).toEqual([true]);
  });

  test("for some polls, again after each request, and at no cost", async () => {
    sandbox.configure({ detailsReadyAfterPolls: 2, detailsPendingAs: pending });
    for (const _ of [1, 2]) {
      const [id = ""] = await request();
      expect(await readiness(id, 4)).toEqual([false, false, true, true]);
    }
    expect(sandbox.report()).toMatchObject({
      totals: { billed: 2 },
      byOperation: { number_lookup_details: { calls: 8, billed: 0 } },
    });
  });
});

describe("details that fail", () => {
  test.each([
    ["500", { kind: "upstream_failed", httpStatus: 500, errorCode: "RCS502" }],
    ["404", { kind: "not_found", httpStatus: 404, errorCode: "LKP404" }],
  ] as const)("with %s", async (detailsFailAs, expected) => {
    sandbox.configure({ detailsFailShare: 1, detailsFailAs });
    const [id = ""] = await request();
    expect(await failureOf(getNumberLookup(connection, id))).toMatchObject(expected);
  });

  test("by never being ready", async () => {
    sandbox.configure({ detailsFailShare: 1, detailsFailAs: "never" });
    const [id = ""] = await request();
    expect(await readiness(id, 3)).toEqual([false, false, false]);
  });

  test("for a share of numbers, always the same ones", async () => {
    sandbox.configure({ detailsFailShare: 0.3 });
    const ids = await request(numbers(20));
    const failing = async () =>
      Promise.all(ids.map(async (id) => (await getNumberLookup(connection, id)).ok));
    const first = await failing();
    expect(new Set(first)).toEqual(new Set([true, false]));
    expect(await failing()).toEqual(first);
  });

  test("by turns, of their operation alone", async () => {
    sandbox.configure({
      failEvery: { n: 2, how: "html_502", operation: "number_lookup_details" },
    });
    const [id = ""] = await request();
    const oks: boolean[] = [];
    for (let poll = 0; poll < 4; poll += 1) oks.push((await getNumberLookup(connection, id)).ok);
    expect(oks).toEqual([true, false, true, false]);
  });
});
