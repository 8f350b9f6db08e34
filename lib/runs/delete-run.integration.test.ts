import { expect, it } from "vitest";
import { deleteAccount } from "@/lib/accounts/delete-account";
import { pool } from "@/lib/db/pool";
import { makeAccount, makeUser } from "@/test/people";
import { draftRun, usNumbers } from "@/test/runs";
import { deleteRun } from "./delete-run";

async function contactsOf(runId: string): Promise<number> {
  const { rows } = await pool().query<{ count: number }>(
    "SELECT count(*)::int FROM contacts WHERE run_id = $1",
    [runId],
  );
  return rows[0]?.count ?? 0;
}

it("a run takes its contacts along, whether it is deleted or goes with its account", async () => {
  const user = await makeUser();
  const [first, second] = [await makeAccount(user), await makeAccount(user)];
  const deleted = await draftRun(user, first, usNumbers(3));
  const ended = await draftRun(user, first, usNumbers(4));
  const other = await draftRun(user, second, usNumbers(5));
  await deleteRun(user, deleted.id);
  expect([await contactsOf(deleted.id), await contactsOf(ended.id)]).toEqual([0, 4]);
  await deleteAccount(user, first);
  expect([await contactsOf(ended.id), await contactsOf(other.id)]).toEqual([0, 5]);
});
