import { beforeEach, describe, expect, it } from "vitest";
import type { SessionUser } from "@/lib/auth/session";
import { makeAccount, makeMember, makeUser } from "@/test/people";
import { changeAnswers, draftRun, usNumbers } from "@/test/runs";
import { compareRuns } from "./compare-runs";

let user: SessionUser;
let accountId: string;

beforeEach(async () => {
  user = await makeUser();
  accountId = await makeAccount(user);
});

type Outcome = "rcs" | "not_rcs" | "failed" | "pending";

/** A run that has these outcomes, by number. */
async function runWith(outcomes: Record<string, Outcome>, owner = user, account = accountId) {
  const run = await draftRun(owner, account, Object.keys(outcomes));
  await changeAnswers(run.id, (_, number) => ({ outcome: outcomes[number] ?? "pending" }));
  return run;
}

const [a, b, c, d, e, f, g] = usNumbers(7) as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];

describe("compareRuns", () => {
  it("puts each number into one place, and a failure is never a change", async () => {
    const before = await runWith({
      [a]: "rcs",
      [b]: "not_rcs",
      [c]: "not_rcs",
      [d]: "rcs",
      [e]: "failed",
      [f]: "rcs",
    });
    const after = await runWith({
      [a]: "rcs",
      [b]: "not_rcs",
      [c]: "rcs",
      [d]: "not_rcs",
      [e]: "rcs",
      [g]: "pending",
    });
    const expected = {
      before: { run: { id: before.id } },
      after: { run: { id: after.id } },
      contacts: {
        reachableInBoth: 1,
        notReachableInBoth: 1,
        becameReachable: 1,
        stoppedReachable: 1,
        unanswered: 1,
        onlyBefore: 1,
        onlyAfter: 1,
      },
    };
    expect(await compareRuns(user, before.id, after.id)).toMatchObject(expected);
    // Whichever is named first, the older one is the one before.
    expect(await compareRuns(user, after.id, before.id)).toMatchObject(expected);
  });

  it("finds nothing in common between different lists", async () => {
    const before = await runWith({ [a]: "rcs" });
    const after = await runWith({ [b]: "rcs", [c]: "not_rcs" });
    const { contacts } = await compareRuns(user, before.id, after.id);
    expect(contacts).toEqual({
      reachableInBoth: 0,
      notReachableInBoth: 0,
      becameReachable: 0,
      stoppedReachable: 0,
      unanswered: 0,
      onlyBefore: 1,
      onlyAfter: 2,
    });
  });

  it("knows neither the runs of others nor those of another account, nor a run beside itself", async () => {
    const mine = await runWith({ [a]: "rcs" });
    const otherAccount = await makeAccount(user);
    const elsewhere = await runWith({ [a]: "rcs" }, user, otherAccount);
    const stranger = await makeUser();
    const theirs = await runWith({ [a]: "rcs" }, stranger, await makeAccount(stranger));
    for (const other of [elsewhere.id, theirs.id, mine.id]) {
      await expect(compareRuns(user, mine.id, other)).rejects.toMatchObject({ code: "not_found" });
      await expect(compareRuns(user, other, mine.id)).rejects.toMatchObject({ code: "not_found" });
    }
  });

  it("is open to viewers: it tells sums only", async () => {
    const before = await runWith({ [a]: "rcs" });
    const after = await runWith({ [a]: "not_rcs" });
    const viewer = await makeMember(accountId, "viewer");
    const { contacts } = await compareRuns(viewer, before.id, after.id);
    expect(contacts?.stoppedReachable).toBe(1);
  });
});
