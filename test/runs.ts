import { expect } from "vitest";
import type { RunStatusName, RunView } from "@/lib/api/runs";
import type { SessionUser } from "@/lib/auth/session";
import { pool } from "@/lib/db/pool";
import { appendContacts } from "@/lib/runs/append-chunk";
import { createRun } from "@/lib/runs/create-run";
import { getRun } from "@/lib/runs/get-run";

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
    "SELECT e164, outcome FROM contacts WHERE run_id = $1",
    [runId],
  );
  return new Map(rows.map(({ e164, outcome }) => [e164, outcome]));
}

/** A run's breakdown, counted anew from its contacts. */
export async function recount(runId: string) {
  const { rows } = await pool().query(
    `SELECT outcome, country, coalesce(carrier, '') AS carrier,
       coalesce(carrier_status, '') AS "carrierStatus", count(*)::int AS contacts
     FROM contacts WHERE run_id = $1 GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
    [runId],
  );
  return rows;
}

/** The breakdown as it is kept. */
export async function keptBreakdown(runId: string) {
  const { rows } = await pool().query(
    `SELECT outcome, country, carrier, carrier_status AS "carrierStatus", contacts
     FROM breakdowns WHERE run_id = $1 AND contacts <> 0 ORDER BY 1, 2, 3, 4`,
    [runId],
  );
  return rows;
}
