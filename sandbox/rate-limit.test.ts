import { beforeEach, describe, expect, test } from "vitest";
import { lookupBulk } from "@/lib/kaleyra/lookup-bulk";
import { lookupSingle } from "@/lib/kaleyra/lookup-single";
import { failureOf, NUMBER, numbers, sandboxForTests } from "./testing/sandbox-for-tests";

let now = 0;
const { sandbox, connection } = await sandboxForTests({ clock: () => now });
beforeEach(() => {
  now += 1_000_000;
});

const ask = (sid = connection.sid) => failureOf(lookupSingle({ ...connection, sid }, NUMBER));

describe("a rate limit", () => {
  test("serves so many calls a second and refuses the others, which cost nothing", async () => {
    sandbox.configure({ rateLimit: { perSecond: 5 } });
    const failures = await Promise.all(Array.from({ length: 8 }, () => ask()));
    expect(failures.filter((failure) => failure === null)).toHaveLength(5);
    expect(failures.filter((failure) => failure !== null)).toEqual(
      Array(3).fill(expect.objectContaining({ kind: "throttled", httpStatus: 429 })),
    );
    now += 1000;
    expect(await ask()).toBeNull();
    expect(sandbox.report()).toMatchObject({
      totals: { calls: 9, billed: 6, refused: 3, maxCallsPerSecond: 8 },
      byStatus: { "200": 6, "429": 3 },
    });
  });

  test("refuses a bulk call too, and no number of it counts as asked", async () => {
    sandbox.configure({ rateLimit: { perSecond: 1 } });
    expect(await failureOf(lookupBulk(connection, numbers(100)))).toBeNull();
    expect(await failureOf(lookupBulk(connection, numbers(100)))).toMatchObject({
      kind: "throttled",
    });
    expect(sandbox.report()).toMatchObject({
      totals: { billed: 100, askedMoreThanOnce: 0 },
      calls: [{ numbers: 100 }, { numbers: 0, status: 429, fault: "rate_limit" }],
    });
  });

  test("holds for each account by itself", async () => {
    sandbox.configure({ rateLimit: { perSecond: 1 } });
    expect([await ask("A"), await ask("B")]).toEqual([null, null]);
    expect(await ask("A")).toMatchObject({ kind: "throttled" });
    expect(sandbox.report().byAccount).toMatchObject({
      A: { calls: 2, refused: 1 },
      B: { calls: 1, refused: 0 },
    });
  });

  test.each([
    ["seconds", 60_000],
    ["date", expect.any(Number)],
    ["none", undefined],
  ] as const)("says when to come back as %s", async (retryAfterAs, retryAfterMs) => {
    sandbox.configure({ rateLimit: { perSecond: 1, retryAfter: 60, retryAfterAs } });
    await ask();
    expect(await ask()).toEqual({
      kind: "throttled",
      httpStatus: 429,
      errorCode: "THROTTLING",
      message: expect.any(String),
      retryAfterMs,
    });
  });
});

describe("a Retry-After that was given", () => {
  test.each([
    ["calls that come before it is over are counted", 1500, 1],
    ["calls that were on their way are not", 150, 0],
    ["calls that come when it is over are not", 2000, 0],
  ])("%s", async (_name, later, early) => {
    sandbox.configure({ rateLimit: { perSecond: 1, retryAfter: 2 }, retryAfterGraceMs: 200 });
    await ask();
    await ask();
    now += later;
    await ask("another");
    await ask();
    const { totals, calls } = sandbox.report();
    expect(totals.callsBeforeRetryAfter).toBe(early);
    expect(calls.at(-1)?.early).toBe(early === 1);
  });

  test("counts when a single fault gave it too", async () => {
    sandbox.configure({ failEvery: { n: 2, how: "html_503", retryAfter: 2 } });
    await ask();
    expect(await ask()).toMatchObject({ kind: "upstream_failed", retryAfterMs: 2000 });
    now += 1000;
    await ask();
    expect(sandbox.report().totals.callsBeforeRetryAfter).toBe(1);
  });
});
