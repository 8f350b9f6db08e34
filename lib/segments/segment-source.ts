import type { z } from "zod";
import type { exportRun as operation } from "@/lib/api/results";
import { pool } from "@/lib/db/pool";
import { contactWhere, type Where } from "./contact-where";
import { DETAIL_CELLS } from "./detail-cells";
import { SEGMENT_OUTCOMES } from "./segment-outcomes";
import {
  contactCells,
  contactColumns,
  duplicateCells,
  duplicateColumns,
  invalidCells,
  invalidColumns,
  type SourceRow,
} from "./segment-rows";

type Query = z.output<(typeof operation)["query"]>;
interface SourceRun {
  id: string;
  keptColumns: string[];
  defaultCountry: string | null;
}

/** Where the rows of an export come from, and how they become cells. */
export interface Source {
  columns: string[];
  /** A whole query but its order. */
  where: Where;
  cells: (row: SourceRow) => string[];
}

/** The source of a segment of a run. */
export async function segmentSource(query: Query, run: SourceRun): Promise<Source> {
  const values = [run.id];
  if (query.segment === "invalid") {
    const sql = "SELECT line, cell, reason FROM invalid_rows WHERE run_id = $1";
    const cells = (row: SourceRow) => invalidCells(row, run.defaultCountry);
    return { columns: invalidColumns, where: { sql, values }, cells };
  }
  if (query.segment === "duplicates") {
    const sql = "SELECT line, cell, e164, kept_line FROM duplicate_rows WHERE run_id = $1";
    return { columns: duplicateColumns, where: { sql, values }, cells: duplicateCells };
  }
  const chosen = contactWhere(run.id, query, SEGMENT_OUTCOMES[query.segment]);
  const withDetails = await hasDetails(run.id);
  const contacts = `SELECT run_id, line, e164, country, number_type, outcome, carrier,
    carrier_status, checked_at, kept FROM contacts WHERE ${chosen.sql}`;
  const sql = withDetails
    ? `SELECT c.*, ${DETAIL_CELLS} FROM (${contacts}) c LEFT JOIN number_details d USING (run_id, line)`
    : contacts;
  return {
    columns: contactColumns(run.keptColumns, withDetails),
    where: { sql, values: chosen.values },
    cells: contactCells,
  };
}

/** Whether number details of a run were ever looked up: only then its exports have their columns. */
async function hasDetails(runId: string): Promise<boolean> {
  const { rows } = await pool().query<{ has: boolean }>(
    "SELECT EXISTS (SELECT 1 FROM number_details WHERE run_id = $1 AND state = 'ready') AS has",
    [runId],
  );
  return rows[0]?.has ?? false;
}
