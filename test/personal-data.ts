import { expect } from "vitest";
import { pool } from "@/lib/db/pool";
import { cancelDetails } from "@/lib/details/cancel-details";
import { startDetails } from "@/lib/details/start-details";
import { appendContacts, appendDuplicates, appendInvalid } from "@/lib/runs/append-chunk";
import { createRun } from "@/lib/runs/create-run";
import { startRun } from "@/lib/runs/start-run";
import { keptCounts, recount } from "./kept-counts";
import { usNumbers } from "./runs";
import { type Steps, workRun } from "./steps";

/**
 * Every table of the application and of the engine in which the digits of a number stand (the last
 * ten of them, in any spelling without separators), with the number of its rows.
 */
export async function rowsHolding(e164: string): Promise<Record<string, number>> {
  const { rows: tables } = await pool().query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  const digits = e164.slice(-10);
  const found: Record<string, number> = {};
  for (const { name } of tables) {
    const { rows } = await pool().query<{ count: number }>(
      `SELECT count(*)::int FROM ${name} t
       WHERE regexp_replace(t::text, '[ ().-]', '', 'g') LIKE '%' || $1 || '%'`,
      [digits],
    );
    if (rows[0]?.count) found[name] = rows[0].count;
  }
  return found;
}

/** Claims that a run's rows add up, in its own counts and counted anew, and so do its cells. */
export async function expectRowsAddUp(runId: string): Promise<void> {
  const { rows } = await pool().query(
    `SELECT rows = unique_count + duplicate_count + invalid_count + blank_count + erased_count AS sum,
       unique_count = (SELECT count(*) FROM contacts WHERE run_id = r.id) AS contacts,
       duplicate_count = (SELECT count(*) FROM duplicate_rows WHERE run_id = r.id) AS duplicates,
       invalid_count = (SELECT count(*) FROM invalid_rows WHERE run_id = r.id) AS invalid,
       invalid_count = (SELECT coalesce(sum(c.rows), 0) FROM invalid_counts c WHERE run_id = r.id)
         AS reasons
     FROM runs r WHERE id = $1`,
    [runId],
  );
  expect(rows).toEqual([
    { sum: true, contacts: true, duplicates: true, invalid: true, reasons: true },
  ]);
  expect(await keptCounts(runId)).toEqual(await recount(runId));
}

/** A finished run that has rows of every kind. */
export async function runWithAllRows(at: Steps): Promise<string> {
  const [one = "", ...others] = usNumbers(120);
  const { id } = await createRun(at.user, {
    accountId: at.accountId,
    name: "List",
    fileName: "list.csv",
    keptColumns: ["name"],
    rows: 122,
    blank: 0,
  });
  const contacts = [one, ...others].map((number, at) => ({ line: at + 2, number, kept: ["Ann"] }));
  await appendContacts(at.user, id, { index: 0, contacts });
  const repeated = { line: 200, cell: "one", number: one, keptLine: 2 };
  await appendDuplicates(at.user, id, { index: 0, rows: [repeated] });
  const unreadable = { line: 201, cell: `${one}/${one}`, reason: "several_numbers" as const };
  await appendInvalid(at.user, id, { index: 0, rows: [unreadable] });
  await startRun(at.user, id);
  await workRun(at, id, 2);
  await startDetails(at.user, id, { segment: "all", filter: {} });
  await cancelDetails(at.user, id);
  return id;
}
