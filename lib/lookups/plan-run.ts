import type { PoolClient } from "pg";
import { transaction } from "@/lib/db/pool";
import type { Planned } from "./lane-job";
import { layOutAnswers } from "./lay-out-answers";
import { type CallPlan, planCalls, planRetry } from "./plan";
import { IS_GOING } from "./work";

/**
 * Cuts what a run has not asked yet into batches, once, and marks the run as running. A batch is
 * a range of lines: no contact is written, so that a million of them are planned in one scan.
 *
 * @returns null when the run was paused, cancelled, deleted or started anew in the meantime
 */
export function planRun(runId: string, round: number): Promise<Planned | null> {
  return transaction(async (tx) => {
    const { rows } = await tx.query<RunRow>(
      `SELECT r.account_id, r.retries, a.calls_at_once, a.one_country_per_batch,
         (SELECT count(*)::int FROM batches b WHERE b.run_id = r.id AND b.state <> 'done') AS open
       FROM runs r JOIN accounts a ON a.id = r.account_id
       WHERE r.id = $1 AND r.round = $2 AND r.${IS_GOING}
       FOR UPDATE OF r`,
      [runId, round],
    );
    const run = rows[0];
    if (!run) return null;
    const open = run.open || (await cutBatches(tx, runId, run));
    await tx.query("UPDATE runs SET status = 'running', status_reason = NULL WHERE id = $1", [
      runId,
    ]);
    await notePlan(tx, runId);
    return { accountId: run.account_id, lanes: Math.min(run.calls_at_once, open) };
  });
}

/** The plan is what the run set out with: what is cut up or asked again later does not change it. */
async function notePlan(tx: PoolClient, runId: string): Promise<void> {
  await tx.query(
    `UPDATE runs SET (planned_bulk, planned_single) = (
       SELECT count(*) FILTER (WHERE kind = 'bulk'), count(*) FILTER (WHERE kind = 'single')
       FROM batches WHERE run_id = $1)
     WHERE id = $1 AND planned_bulk + planned_single = 0`,
    [runId],
  );
}

interface RunRow {
  account_id: string;
  calls_at_once: number;
  one_country_per_batch: boolean;
  retries: number;
  open: number;
}

async function cutBatches(
  tx: PoolClient,
  runId: string,
  { one_country_per_batch: byCountry, retries }: RunRow,
): Promise<number> {
  const { rows: countries } = await tx.query<{ country: string; contacts: number }>(
    `SELECT country, contacts FROM breakdowns
     WHERE run_id = $1 AND outcome = 'pending' AND contacts > 0 ORDER BY country`,
    [runId],
  );
  const total = countries.reduce((sum, one) => sum + one.contacts, 0);
  const groups = byCountry ? countries : [{ country: null, contacts: total }];
  await layOutAnswers(tx, runId);
  const asked = await isAsked(tx, runId);
  let made = 0;
  for (const group of groups) {
    const { contacts } = group;
    const plan = retries > 0 ? planRetry(contacts, retries, total) : planCalls(contacts);
    made += await cutGroup(tx, runId, { ...group, asked, plan });
  }
  return made;
}

/** Whether anything is known of a run's contacts already. */
async function isAsked(tx: PoolClient, runId: string): Promise<boolean> {
  const { rows } = await tx.query<{ asked: boolean }>(
    `SELECT EXISTS (
       SELECT 1 FROM breakdowns WHERE run_id = $1 AND outcome <> 'pending' AND contacts > 0) AS asked`,
    [runId],
  );
  return rows[0]?.asked ?? false;
}

interface Group {
  country: string | null;
  plan: CallPlan;
  /** Something is known of the run's contacts already. */
  asked: boolean;
}

async function cutGroup(
  tx: PoolClient,
  runId: string,
  { country, plan: { bulkSizes, singles }, asked }: Group,
): Promise<number> {
  const kind = singles > 0 ? "single" : "bulk";
  const sizes = singles > 0 ? Array.from({ length: singles }, () => 1) : bulkSizes;
  let end = 0;
  const ends = sizes.map((size) => {
    end += size;
    return end;
  });
  // At first all are pending, and what is known of each need not be looked at.
  const source = asked ? "contact_results WHERE outcome = 'pending' AND" : "contacts WHERE";
  // An array that is sorted once: numbering a million rows takes twice as long.
  const { rows } = await tx.query<{ line: number }>(
    `SELECT pending.lines[n] AS line
     FROM (
       SELECT array_agg(line ORDER BY line) AS lines FROM ${source}
         run_id = $1 AND ($2::text IS NULL OR country = $2)
     ) pending, unnest($3::int[]) AS n
     WHERE pending.lines[n] IS NOT NULL ORDER BY n`,
    [runId, country, ends],
  );
  const lastLines = rows.map((row) => row.line);
  const firstLines = lastLines.map((_, index) => (lastLines[index - 1] ?? 0) + 1);
  await tx.query(
    `INSERT INTO batches (run_id, no, kind, country, first_line, last_line, size)
     SELECT $1, (SELECT coalesce(max(no), 0) FROM batches WHERE run_id = $1) + part.n,
       $2::"BatchKind", $3, part.first_line, part.last_line, part.size
     FROM unnest($4::int[], $5::int[], $6::int[])
       WITH ORDINALITY AS part(first_line, last_line, size, n)`,
    [runId, kind, country, firstLines, lastLines, sizes],
  );
  return sizes.length;
}
