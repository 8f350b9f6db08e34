import { expect, test } from "vitest";
import { CallLog, type LoggedCall } from "./log";

const call = (more: Partial<LoggedCall> = {}): LoggedCall => ({
  time: "2026-01-01T00:00:00.000Z",
  account: "S1",
  operation: "bulk_lookup",
  numbers: 1,
  status: 200,
  billed: 1,
  fault: null,
  strikes: [],
  early: false,
  ...more,
});

const NO_NUMBERS = { asked: [], billed: [] };

test("counts calls, numbers and bills, and names what was asked twice", () => {
  const log = new CallLog();
  const [a, b] = ["+14155552671", "+999999999999999"];
  log.add(call({ numbers: 2, billed: 2 }), { asked: [a, b], billed: [a, b] }, 0);
  log.add(call({ status: null, billed: 0, fault: "reset" }), { asked: [b], billed: [] }, 999);
  log.add(call({ operation: "single_lookup" }), { asked: [b], billed: [b] }, 1000);
  expect(log.report()).toMatchObject({
    totals: {
      calls: 3,
      numbers: 4,
      billed: 3,
      distinctNumbers: 2,
      askedMoreThanOnce: 1,
      billedMoreThanOnce: 1,
      maxCallsPerSecond: 2,
    },
    byOperation: {
      bulk_lookup: { calls: 2, numbers: 3, billed: 2 },
      single_lookup: { calls: 1, numbers: 1, billed: 1 },
    },
    byStatus: { "200": 2, none: 1 },
    repeated: [{ number: b, asked: 3, billed: 2 }],
  });
  expect(log.countOf(a)).toEqual({ number: a, asked: 1, billed: 1 });
  log.clear();
  expect(log.report().totals).toMatchObject({ calls: 0, billed: 0, distinctNumbers: 0 });
});

test("keeps the latest 10,000 calls and counts them all", () => {
  const log = new CallLog();
  for (let index = 0; index < 25_000; index += 1)
    log.add(call({ numbers: index }), NO_NUMBERS, index);
  const { totals, calls } = log.report();
  expect(totals.calls).toBe(25_000);
  expect(calls).toHaveLength(10_000);
  expect(calls.at(-1)?.numbers).toBe(24_999);
});

test("keeps the pace of each account, and who was refused or came too early", () => {
  const log = new CallLog();
  log.add(call({ status: 429, billed: 0 }), NO_NUMBERS, 0);
  log.add(call({ account: "S2", early: true }), NO_NUMBERS, 10);
  log.add(call({ account: null, operation: null, status: 404 }), NO_NUMBERS, 20);
  const pace = { refused: 0, callsBeforeRetryAfter: 0, maxCallsPerSecond: 1 };
  expect(log.report()).toMatchObject({
    totals: { refused: 1, callsBeforeRetryAfter: 1, maxCallsPerSecond: 3 },
    byAccount: { S1: { ...pace, refused: 1 }, S2: { ...pace, callsBeforeRetryAfter: 1 } },
  });
});

test("numbers that were billed more than once come first among those asked again", () => {
  const log = new CallLog();
  const [a, b] = ["+14155550001", "+14155550002"];
  for (const billed of [[], [b]]) log.add(call(), { asked: [a, b], billed }, 0);
  log.add(call(), { asked: [b], billed: [b] }, 0);
  expect(log.report()).toMatchObject({
    totals: { askedMoreThanOnce: 2, billedMoreThanOnce: 1 },
    repeated: [
      { number: b, asked: 3, billed: 2 },
      { number: a, asked: 2, billed: 0 },
    ],
  });
});
