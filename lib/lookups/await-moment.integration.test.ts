import { beforeEach, describe, expect, it, vi } from "vitest";
import { pool } from "@/lib/db/pool";
import { makeAccount, makeUser } from "@/test/people";
import { awaitMoment } from "./await-moment";
import { holdAccount, type Moment, reserveCall, SPACING } from "./gate";

vi.mock("./gate", { spy: true });

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
const granted = { isStillGranted: async () => true };

/** The next moment that is reserved is this one. */
const isGiven = (moment: Moment | null) => vi.mocked(reserveCall).mockResolvedValueOnce(moment);
const missed = (): Moment => ({
  earliest: performance.now() - 5_000,
  latest: performance.now() - 4_999,
});

describe("a call that waits for its moment", () => {
  it("takes none when one was reserved for it, and is not made when none was soon", async () => {
    const first = await reserveCall(account);
    vi.mocked(reserveCall).mockClear();
    expect(await awaitMoment(account, { ...granted, first })).toBe(true);
    expect(await awaitMoment(account, { ...granted, first: null })).toBe(false);
    expect(reserveCall).not.toHaveBeenCalled();
    expect(await awaitMoment(account, { ...granted, first: missed() })).toBe(true);
    expect(reserveCall).toHaveBeenCalledOnce();
  });

  it("is made when it is in time, and takes no other moment", async () => {
    expect(await awaitMoment(account, granted)).toBe(true);
    expect(await momentsTaken()).toBeLessThanOrEqual(1);
  });

  it("takes another one when it has missed it", async () => {
    isGiven(missed());
    expect(await momentsTaken()).toBeLessThanOrEqual(0);
    expect(await awaitMoment(account, granted)).toBe(true);
    expect(await momentsTaken()).toBeGreaterThan(0);
  });

  it("is not made when there was no moment soon, nor when the next one after a missed one is far", async () => {
    isGiven(null);
    expect(await awaitMoment(account, granted)).toBe(false);
    await holdAccount(account.id, 86_400_000);
    isGiven(missed());
    expect(await awaitMoment(account, granted)).toBe(false);
  });

  it("is not made when it is no longer granted by then", async () => {
    const soon = performance.now() + 5;
    isGiven({ earliest: soon, latest: soon });
    expect(await awaitMoment(account, { isStillGranted: async () => false })).toBe(false);
  });
});
