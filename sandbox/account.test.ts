import { describe, expect, test } from "vitest";
import { lookupBulk } from "@/lib/kaleyra/lookup-bulk";
import { lookupSingle } from "@/lib/kaleyra/lookup-single";
import { requestNumberLookups } from "@/lib/kaleyra/request-number-lookups";
import { failureOf, NUMBER, numbers, sandboxForTests } from "./testing/sandbox-for-tests";

const { sandbox, connection } = await sandboxForTests();

describe("a key", () => {
  const refused = { kind: "unauthorised", httpStatus: 401 };

  test("that is wrong is refused", async () => {
    const wrong = { ...connection, apiKey: "another-key" };
    expect(await failureOf(lookupSingle(wrong, NUMBER))).toMatchObject(refused);
  });

  test.each(["401", "403"] as const)("that is refused gets %s", async (refuseKeyAs) => {
    sandbox.configure({ refuseKey: true, refuseKeyAs });
    for (const call of [
      lookupSingle(connection, NUMBER),
      lookupBulk(connection, numbers(100)),
      requestNumberLookups(connection, [NUMBER]),
    ]) {
      expect(await failureOf(call)).toMatchObject({ ...refused, httpStatus: Number(refuseKeyAs) });
    }
    expect(sandbox.report().totals).toMatchObject({ calls: 3, numbers: 0, billed: 0 });
  });

  test("dies after so many calls, until the log is cleared", async () => {
    sandbox.configure({ refuseKeyAfter: 2 });
    expect(await failureOf(lookupSingle(connection, NUMBER))).toBeNull();
    expect(await failureOf(lookupSingle(connection, NUMBER))).toBeNull();
    expect(await failureOf(lookupSingle(connection, NUMBER))).toMatchObject(refused);
    expect(await failureOf(lookupSingle(connection, NUMBER))).toMatchObject(refused);
    sandbox.clearLog();
    expect(await failureOf(lookupSingle(connection, NUMBER))).toBeNull();
  });
});

describe("answers that are held", () => {
  test("come when the hold is raised or lifted, and their calls were carried out before", async () => {
    sandbox.configure({ holdAfter: 1 });
    expect(await failureOf(lookupSingle(connection, NUMBER))).toBeNull();
    const order: string[] = [];
    const answered = [2, 3].map((call) =>
      lookupSingle(connection, NUMBER).then(() => order.push(`answer ${call}`)),
    );
    await expect.poll(() => sandbox.report().totals.billed).toBe(3);
    order.push("raised");
    sandbox.configure({ holdAfter: 2 });
    await Promise.race(answered);
    order.push("lifted");
    sandbox.configure({});
    await Promise.all(answered);
    expect(order.map((one) => one.replace(/[23]/, "…"))).toEqual([
      "raised",
      "answer …",
      "lifted",
      "answer …",
    ]);
  });
});

describe("an account without RCS", () => {
  test.each(["401", "400"] as const)("is told so with %s", async (rcsDisabledAs) => {
    sandbox.configure({ rcsDisabled: true, rcsDisabledAs });
    const expected = { kind: "rcs_not_enabled", httpStatus: Number(rcsDisabledAs) };
    expect(await failureOf(lookupBulk(connection, numbers(100)))).toMatchObject(expected);
    expect(await failureOf(lookupSingle(connection, NUMBER))).toMatchObject(expected);
    expect(await failureOf(requestNumberLookups(connection, [NUMBER]))).toBeNull();
  });
});

describe("a pod that knows only one bulk path", () => {
  test.each([
    ["bulk", "legacy"],
    ["legacy", "bulk"],
  ] as const)("serves %s, and does not know %s", async (onlyPath, other) => {
    sandbox.configure({ onlyPath });
    expect(await failureOf(lookupBulk(connection, numbers(100), { path: onlyPath }))).toBeNull();
    expect(await failureOf(lookupBulk(connection, numbers(100), { path: other }))).toMatchObject({
      kind: "not_found",
      httpStatus: 404,
      errorCode: "RCS404",
    });
    expect(await failureOf(lookupSingle(connection, NUMBER))).toBeNull();
  });
});

describe("while it is down", () => {
  test.each([
    ["reset", { kind: "broken_off" }, null],
    ["503", { kind: "upstream_failed", httpStatus: 503 }, 503],
    ["hang", { kind: "timeout" }, null],
  ] as const)("every call ends as %s and asks nothing", async (downAs, expected, status) => {
    sandbox.configure({ down: true, downAs, latencyMs: 60_000 });
    const options = { deadlineMs: downAs === "hang" ? 100 : 30_000 };
    expect(await failureOf(lookupSingle(connection, NUMBER, options))).toMatchObject(expected);
    const bulk = lookupBulk(connection, numbers(500), options);
    expect(await failureOf(bulk)).toMatchObject(expected);
    const call = { status, fault: "down", numbers: 0, billed: 0 };
    expect(sandbox.report()).toMatchObject({
      totals: { calls: 2, numbers: 0, billed: 0, maxCallsPerSecond: 2 },
      calls: [call, call],
    });
  });

  test("its control interface answers, and it can be brought up again", async () => {
    sandbox.configure({ down: true });
    const settings = `${sandbox.url}/sandbox/settings`;
    expect((await fetch(settings, { method: "PUT", body: "{}" })).status).toBe(200);
    expect(await failureOf(lookupSingle(connection, NUMBER))).toBeNull();
  });
});
