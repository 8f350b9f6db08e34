import { expect, it } from "vitest";
import { pool } from "@/lib/db/pool";
import { makeAccount, makeUser } from "@/test/people";
import { gateDelay, holdAccount, isHeld, reserveCall, SPACING } from "./gate";

async function nextAt(accountId: string): Promise<number> {
  const { rows } = await pool().query<{ ms: number }>(
    "SELECT EXTRACT(EPOCH FROM next_at)::float8 * 1000 AS ms FROM account_gates WHERE account_id = $1",
    [accountId],
  );
  return rows[0]?.ms ?? 0;
}

it("gives all who ask at once a moment each, spaced by the account's calls per second", async () => {
  const id = await makeAccount(await makeUser());
  const account = { id, callsPerSecond: 5 };
  // Held, so that the moments follow from the reservations alone and not from the clock.
  await holdAccount(id, 60_000);
  const before = await nextAt(id);
  await Promise.all(Array.from({ length: 12 }, () => reserveCall(account, 3_600_000)));
  expect((await nextAt(id)) - before).toBeCloseTo(12 * 200 * SPACING, 0);
});

it("reserves nothing that is further away than asked, however many ask at once", async () => {
  const id = await makeAccount(await makeUser());
  // One moment an hour: what is free now is one.
  const account = { id, callsPerSecond: 1 / 3_600 };
  const given = await Promise.all(Array.from({ length: 12 }, () => reserveCall(account)));
  expect(given.filter((moment) => moment !== null)).toHaveLength(1);
  const taken = await nextAt(id);
  expect(await reserveCall(account)).toBeNull();
  expect(await nextAt(id)).toBe(taken);
});

it("holds all calls of an account for as long as Kaleyra asks, and never shortens a hold", async () => {
  const id = await makeAccount(await makeUser());
  await holdAccount(id, 60_000);
  await holdAccount(id, 1_000);
  await holdAccount(id, 0);
  expect(await gateDelay(pool(), id)).toBeGreaterThan(55_000);
  expect(await isHeld(id)).toBe(true);
});
