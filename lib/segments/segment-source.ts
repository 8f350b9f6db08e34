import type { ContactFilter, SegmentName } from "@/lib/api/results";
import { pool } from "@/lib/db/pool";
import { type CellColumn, contactColumns, DUPLICATE_COLUMNS } from "./contact-columns";
import { contactWhere, type Where } from "./contact-where";
import { SEGMENT_OUTCOMES } from "./segment-outcomes";

interface SourceRun {
  id: string;
  keptColumns: string[];
}

/** Where the rows of an export come from: a whole query, whose columns are the cells. */
export interface Source {
  columns: string[];
  query: Where;
}

/** The source of a segment of a run, under a filter: of all but the invalid rows. */
export async function segmentSource(
  run: SourceRun,
  segment: Exclude<SegmentName, "invalid">,
  filter: ContactFilter,
): Promise<Source> {
  if (segment === "duplicates") {
    const from = "duplicate_rows c WHERE c.run_id = $1";
    return sourceOf(DUPLICATE_COLUMNS, { sql: from, values: [run.id] });
  }
  const { sql, values } = contactWhere(run.id, filter, SEGMENT_OUTCOMES[segment]);
  const withDetails = await hasDetails(run.id);
  const contacts = `(SELECT * FROM contact_results WHERE ${sql}) c`;
  const from = withDetails
    ? `${contacts} LEFT JOIN number_details d USING (run_id, line)`
    : contacts;
  return sourceOf(contactColumns(run.keptColumns, withDetails), { sql: from, values });
}

function sourceOf(columns: CellColumn[], from: Where): Source {
  const cells = columns.map(({ sql }) => sql);
  return {
    columns: columns.map(({ name }) => name),
    query: {
      sql: `SELECT ${cells.join(", ")} FROM ${from.sql} ORDER BY c.line`,
      values: from.values,
    },
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
