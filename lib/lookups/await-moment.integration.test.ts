import { beforeEach, describe, expect, it, vi } from "vitest";
import { pool } from "@/lib/db/pool";
import { makeAccount, makeUser } from "@/test/people";
import { awaitMoment } from "./await-moment";
import { holdAccount, type Moment, reserveCall } from "./gate";

vi.mock("./gate", { spy: true });

let account: { id: string; callsPerSecond: number };
beforeEach(async () => {
  vi.mocked(reserveCall).mockClear();
  account = { id: await makeAccount(await makeUser()), callsPerSecond: 20 };
});

/** When the account's next call may be made, as the database has it. */
async function nextAt(): Promise<Date | undefined> {
  const { rows } = await pool().query<{ next_at: Date }>(
    "SELECT next_at FROM account_gates WHERE account_id = $1",
    [account.id],
  );
  return rows[0]?.next_at;
}
const granted = { isStillGranted: async () => true };

/** The next moment that is reserved is this one. */
const isGiven = (moment: Moment | null) => vi.mocked(reserveCall).mockResolvedValueOnce(moment);
/** One that a machine, however busy, is not late for. */
const now = (): Moment => ({ earliest: performance.now(), latest: performance.now() });
const missed = (): Moment => ({
  earliest: performance.now() - 5_000,
  latest: performance.now() - 4_999,
});

describe("a call that waits for its moment", () => {
  it("takes none when one was reserved for it, and is not made when none was soon", async () => {
    expect(await awaitMoment(account, { ...granted, first: now() })).toBe(true);
    expect(await awaitMoment(account, { ...granted, first: null })).toBe(false);
    expect(reserveCall).not.toHaveBeenCalled();
    isGiven(now());
    expect(await awaitMoment(account, { ...granted, first: missed() })).toBe(true);
    expect(reserveCall).toHaveBeenCalledOnce();
  });

  it("is made when it is in time, and takes no other moment", async () => {
    const before = await nextAt();
    isGiven(now());
    expect(await awaitMoment(account, granted)).toBe(true);
    expect(reserveCall).toHaveBeenCalledOnce();
    expect(await nextAt()).toEqual(before);
  });

  it("takes another one when it has missed it", async () => {
    const before = await nextAt();
    isGiven(missed());
    expect(await awaitMoment(account, granted)).toBe(true);
    expect(vi.mocked(reserveCall).mock.calls.length).toBeGreaterThan(1);
    expect(Number(await nextAt())).toBeGreaterThan(Number(before));
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
