import { beforeEach, describe, expect, it } from "vitest";
import { pool } from "@/lib/db/pool";
import { makeAccount, makeUser } from "@/test/people";
import { awaitMoment } from "./await-moment";
import { holdAccount, reserveCall, SPACING } from "./gate";

let account: { id: string; callsPerSecond: number };
beforeEach(async () => {
  account = { id: await makeAccount(await makeUser()), callsPerSecond: 20 };
});

async function momentsTaken(): Promise<number> {
  const { rows } = await pool().query<{ seconds: number }>(
    `SELECT extract(epoch FROM next_at - now())::float8 AS seconds FROM account_gates
     WHERE account_id = $1`,
    [account.id],
  );
  return (rows[0]?.seconds ?? 0) / (SPACING / account.callsPerSecond);
}
const granted = async () => true;

describe("a call that waits for its moment", () => {
  it("is made when it is in time, and takes no other moment", async () => {
    const moment = await reserveCall(pool(), account);
    expect(await awaitMoment(account, moment, granted)).toBe(true);
    expect(await momentsTaken()).toBeLessThanOrEqual(1);
  });

  it("takes another one when it has missed it", async () => {
    const now = performance.now();
    const missed = { earliest: now - 5_000, latest: now - 4_999 };
    expect(await momentsTaken()).toBeLessThanOrEqual(0);
    expect(await awaitMoment(account, missed, granted)).toBe(true);
    expect(await momentsTaken()).toBeGreaterThan(0);
  });

  it("is not made when there was no moment soon, nor when the next one after a missed one is far", async () => {
    expect(await awaitMoment(account, null, granted)).toBe(false);
    await holdAccount(account.id, 86_400_000);
    const now = performance.now();
    const missed = { earliest: now - 5_000, latest: now - 4_999 };
    expect(await awaitMoment(account, missed, granted)).toBe(false);
  });

  it("is not made when it is no longer granted by then", async () => {
    const soon = performance.now() + 5;
    const refused = async () => false;
    expect(await awaitMoment(account, { earliest: soon, latest: soon }, refused)).toBe(false);
  });
});
