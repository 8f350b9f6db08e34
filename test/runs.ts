import { expect } from "vitest";
import type { RunStatusName, RunView } from "@/lib/api/runs";
import type { SessionUser } from "@/lib/auth/session";
import { pool, transaction } from "@/lib/db/pool";
import type { ContactOutcome } from "@/lib/lookups/contact-outcome";
import { layOutAnswers } from "@/lib/lookups/lay-out-answers";
import { saveOutcomes } from "@/lib/lookups/save-outcomes";
import { appendContacts } from "@/lib/runs/append-chunk";
import { createRun } from "@/lib/runs/create-run";
import { getRun } from "@/lib/runs/get-run";
import { STRIPE_LINES } from "@/lib/segments/stripes";
import { CELL } from "./kept-counts";

/** `count` different valid US numbers in E.164. */
export function usNumbers(count: number, from = 0): string[] {
  return Array.from({ length: count }, (_, index) => {
    const rest = from + index;
    const exchange = 200 + Math.floor(rest / 10_000);
    return `+1415${exchange}${String(rest % 10_000).padStart(4, "0")}`;
  });
}

/** A draft with these numbers, each on a line of its own. */
export async function draftRun(
  user: SessionUser,
  accountId: string,
  numbers: string[],
): Promise<RunView> {
  const run = await createRun(user, {
    accountId,
    name: "Test run",
    fileName: "test.csv",
    keptColumns: [],
    rows: numbers.length,
    blank: 0,
  });
  for (let start = 0, index = 0; start < numbers.length; start += 5_000, index++) {
    const part = numbers.slice(start, start + 5_000);
    const contacts = part.map((number, at) => ({ line: start + at + 2, number, kept: [] }));
    await appendContacts(user, run.id, { index, contacts });
  }
  return run;
}

/** Waits until a run is in a state. */
export async function runInState(
  user: SessionUser,
  id: string,
  status: RunStatusName,
): Promise<RunView> {
  let run = await getRun(user, id);
  await expect
    .poll(
      async () => {
        run = await getRun(user, id);
        return run.status;
      },
      { timeout: 45_000, interval: 50 },
    )
    .toBe(status);
  return run;
}

/** Each number of a run with its outcome. */
export async function storedOutcomes(runId: string): Promise<Map<string, string>> {
  const { rows } = await pool().query<{ e164: string; outcome: string }>(
    "SELECT e164, outcome FROM contact_results WHERE run_id = $1",
    [runId],
  );
  return new Map(rows.map(({ e164, outcome }) => [e164, outcome]));
}

type Answer = Omit<ContactOutcome, "country">;
type Stored = { e164: string; outcome: Answer["outcome"] | "pending" };
type Change = Partial<Omit<Answer, "outcome">> & { outcome?: Answer["outcome"] | "pending" };

/** Stores what is known of contacts of a run, planned or not. */
export async function storeAnswers(runId: string, answers: readonly Answer[]): Promise<void> {
  const { rows } = await pool().query<{ line: number; country: string }>(
    "SELECT line, country FROM contacts WHERE run_id = $1",
    [runId],
  );
  const countries = new Map(rows.map(({ line, country }) => [line, country]));
  await transaction(async (tx) => {
    await layOutAnswers(tx, runId);
    await saveOutcomes(
      tx,
      runId,
      answers.map((one) => ({ ...one, country: countries.get(one.line) ?? "" })),
    );
  });
}

/** Lets something else be known of those contacts of a run for which `change` has it. */
export async function changeAnswers(
  runId: string,
  change: (line: number, e164: string) => Change | undefined,
): Promise<void> {
  const { rows } = await pool().query<Omit<Answer, "outcome"> & Stored>(
    `SELECT line, e164, outcome, carrier, carrier_status AS "carrierStatus", failure
     FROM contact_results WHERE run_id = $1 ORDER BY line`,
    [runId],
  );
  await pool().query("DELETE FROM answers WHERE run_id = $1", [runId]);
  await keepAnew(runId);
  const answers = rows.flatMap(({ e164, ...one }) => {
    const { outcome = one.outcome, ...more } = change(one.line, e164) ?? {};
    return outcome === "pending" ? [] : [{ ...one, ...more, outcome }];
  });
  await storeAnswers(runId, answers);
}

/** What became of a contact whose lookup had no answer, or failed. */
export const withoutAnswer = (outcome: "no_answer" | "failed" | "rejected", failure?: string) => ({
  ...{ outcome, carrier: null, carrierStatus: null, failure: failure ?? null },
});

/** Brings what is kept beside the contacts in order, after a test has changed their outcomes. */
export async function keepAnew(runId: string): Promise<void> {
  for (const table of ["breakdowns", "cell_lines"]) {
    await pool().query(`DELETE FROM ${table} WHERE run_id = $1`, [runId]);
  }
  await pool().query(
    `INSERT INTO breakdowns SELECT run_id, ${CELL}, count(*) FROM contact_results WHERE run_id = $1
     GROUP BY 1, 2, 3, 4, 5`,
    [runId],
  );
  await pool().query(
    `INSERT INTO cell_lines SELECT run_id, ${CELL}, line / ${STRIPE_LINES},
       array_agg(line ORDER BY line)
     FROM contact_results WHERE run_id = $1 AND outcome <> 'pending' GROUP BY 1, 2, 3, 4, 5, 6`,
    [runId],
  );
}
