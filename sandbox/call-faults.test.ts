import { describe, expect, test } from "vitest";
import { lookupBulk } from "@/lib/kaleyra/lookup-bulk";
import { lookupSingle } from "@/lib/kaleyra/lookup-single";
import { CALL_FAULT_KINDS } from "./faults";
import { failureOf, NUMBER, numbers, sandboxForTests } from "./testing/sandbox-for-tests";
import { rightVerdict } from "./testing/verdicts";

const { sandbox, connection } = await sandboxForTests();

const EXPECTED = {
  html_502: [{ kind: "upstream_failed", httpStatus: 502 }, 0],
  html_503: [{ kind: "upstream_failed", httpStatus: 503 }, 0],
  rcs_500: [{ kind: "upstream_failed", httpStatus: 500, errorCode: "RCS502" }, 0],
  prov_502: [{ kind: "upstream_failed", httpStatus: 502, errorCode: "PROV_ERROR" }, 0],
  prov_401: [{ kind: "upstream_failed", httpStatus: 401, errorCode: "PROV_ERROR" }, 0],
  error_200: [{ kind: "upstream_failed", httpStatus: 200, errorCode: "PROV_ERROR" }, 0],
  rate_limit: [{ kind: "throttled", httpStatus: 429 }, 0],
  reset: [{ kind: "broken_off" }, 0],
  reset_after_billing: [{ kind: "broken_off" }, 1],
  hang: [{ kind: "timeout" }, 1],
  cut_off: [{ kind: "broken_off" }, 1],
  slow: [{ kind: "timeout" }, 1],
  endless: [{ kind: "timeout" }, 1],
  oversize: [{ kind: "malformed", message: expect.stringMatching(/larger than 5 MB/) }, 1],
  gzip_bomb: [{ kind: "malformed", message: expect.stringMatching(/larger than 5 MB/) }, 1],
  nonsense: [{ kind: "malformed" }, 1],
  redirect: [{ kind: "refused_request", httpStatus: 307 }, 0],
} as const;
const NEVER_END: ReadonlySet<string> = new Set(["hang", "slow", "endless"]);

describe.each(CALL_FAULT_KINDS)("%s", (how) => {
  const [failure, billed] = EXPECTED[how];
  const options = { deadlineMs: NEVER_END.has(how) ? 100 : 30_000 };

  test("in every call is the right failure, single and bulk", async () => {
    sandbox.configure({ failEvery: { n: 1, how } });
    expect(await failureOf(lookupSingle(connection, NUMBER, options))).toMatchObject(failure);
    for (const path of ["bulk", "legacy"] as const) {
      const call = lookupBulk(connection, numbers(100), { ...options, path });
      expect(await failureOf(call)).toMatchObject(failure);
    }
    expect(sandbox.report()).toMatchObject({
      totals: { calls: 3, numbers: 201, billed: 201 * billed, redirectsFollowed: 0 },
      calls: [
        { operation: "single_lookup", fault: how, billed },
        { operation: "bulk_lookup", fault: how, billed: 100 * billed },
        { operation: "bulk_capability", fault: how, billed: 100 * billed },
      ],
    });
  });

  test("strikes the calls of a share of numbers, always the same ones", async () => {
    sandbox.configure({ failNumbers: { share: 0.2, how } });
    const asked = numbers(10);
    const failed = async () => {
      const results = asked.map((number) => lookupSingle(connection, number, options));
      return (await Promise.all(results)).map((result) => (result.ok ? null : result.failure));
    };
    const first = await failed();
    const struck = first.filter((one) => one !== null);
    expect(struck.length).toBeGreaterThan(0);
    expect(struck.length).toBeLessThan(asked.length);
    for (const one of struck) expect(one).toMatchObject(failure);
    expect(await failed()).toEqual(first);
  });
});

test.each(["rate_limit", "html_503"] as const)(
  "%s can say when to come back, in either form",
  async (how) => {
    for (const retryAfterAs of ["seconds", "date"] as const) {
      sandbox.configure({ failEvery: { n: 1, how, retryAfter: 60, retryAfterAs } });
      expect(await failureOf(lookupSingle(connection, NUMBER))).toMatchObject({
        ...EXPECTED[how][0],
        retryAfterMs: expect.any(Number),
      });
    }
  },
);

describe("which calls fail", () => {
  const outcomes = async (count: number) => {
    const oks: boolean[] = [];
    for (const number of numbers(count)) oks.push((await lookupSingle(connection, number)).ok);
    return oks;
  };

  test("every n-th, the others do not", async () => {
    sandbox.configure({ failEvery: { n: 3, how: "rcs_500" } });
    expect(await outcomes(6)).toEqual([true, true, false, true, true, false]);
    expect(sandbox.report()).toMatchObject({
      totals: { calls: 6, billed: 4 },
      byStatus: { "200": 4, "500": 2 },
    });
  });

  test("those of one operation, counted by themselves", async () => {
    sandbox.configure({ failEvery: { n: 2, how: "rcs_500", operation: "single_lookup" } });
    expect(await outcomes(1)).toEqual([true]);
    expect(await failureOf(lookupBulk(connection, numbers(100)))).toBeNull();
    expect(await outcomes(2)).toEqual([false, true]);
  });

  test("a number is spared once it was struck as often as the settings say", async () => {
    sandbox.configure({ failNumbers: { share: 1, how: "reset" }, strikesPerNumber: 2 });
    const oks: boolean[] = [];
    for (let call = 0; call < 4; call += 1) oks.push((await lookupSingle(connection, NUMBER)).ok);
    expect(oks).toEqual([false, false, true, true]);
  });
});

test("a slow answer is the true one, for those who wait", async () => {
  sandbox.configure({ slowMs: 200, failEvery: { n: 1, how: "slow" } });
  const asked = numbers(100);
  expect(await lookupBulk(connection, asked)).toMatchObject({
    ok: true,
    verdicts: asked.map(rightVerdict),
  });
});

test("an oversize answer of 300 MB is not held in memory", async () => {
  sandbox.configure({ oversizeMb: 300, failEvery: { n: 1, how: "oversize" } });
  const response = await fetch(`${sandbox.url}/v1/S/rcs/lookup/${NUMBER}`, {
    headers: { "api-key": "sandbox-key" },
  });
  const held = () => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
  const before = held();
  let bytes = 0;
  let mostHeld = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    mostHeld = Math.max(mostHeld, held() - before);
  }
  expect(bytes).toBeGreaterThan(300 * 1024 * 1024);
  expect(mostHeld).toBeLessThan(150 * 1024 * 1024);
});

test("who follows a redirect is seen", async () => {
  sandbox.configure({ failEvery: { n: 1, how: "redirect" } });
  const response = await fetch(`${sandbox.url}/v1/S/rcs/lookup/${NUMBER}`);
  expect(response.url).toMatch(/^http:\/\/localhost:\d+\/sandbox\/redirected\/v1\/S\/rcs/);
  expect(sandbox.report().totals).toMatchObject({ calls: 1, redirectsFollowed: 1 });
});
