import { expect, it } from "vitest";
import { pool } from "@/lib/db/pool";
import { appendContacts } from "@/lib/runs/append-chunk";
import { createRun } from "@/lib/runs/create-run";
import { startRun } from "@/lib/runs/start-run";
import { STRIPE_LINES } from "@/lib/segments/stripes";
import { expectRightAnswers } from "@/test/lookups";
import { usNumbers } from "@/test/runs";
import { withSteps, workRun } from "@/test/steps";

const at = withSteps();

it("a run takes place for the stripes that hold contacts alone, however far apart they are", async () => {
  const lines = [1, STRIPE_LINES - 1, STRIPE_LINES, 2_000_000_000, 2_147_483_647];
  const numbers = usNumbers(lines.length);
  const { id } = await createRun(at.user, {
    accountId: at.accountId,
    name: "By script",
    fileName: "crm.csv",
    keptColumns: [],
    rows: lines.length,
    blank: 0,
  });
  const contacts = lines.map((line, index) => ({ line, number: numbers[index] ?? "", kept: [] }));
  await appendContacts(at.user, id, { index: 0, contacts });
  await startRun(at.user, id);
  await workRun(at, id);
  const { rows } = await pool().query("SELECT count(*)::int FROM answers WHERE run_id = $1", [id]);
  expect(rows).toEqual([{ count: 4 }]);
  await expectRightAnswers(id, numbers);
});
