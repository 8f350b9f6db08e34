import type { ContactFilter } from "@/lib/api/results";
import { pool } from "@/lib/db/pool";
import { filterWhere } from "./filter-where";

/** A cell of a run's breakdown: its contacts stand together in an index, by number. */
export interface Cell {
  outcome: string;
  country: string;
  /** Empty where Kaleyra gave none; the status likewise. */
  carrier: string;
  carrierStatus: string;
}

const CELL_COLUMNS = { carrier: "carrier", carrierStatus: "carrier_status" };

/** The cells that a filter, its search left aside, lets through. */
export async function findCells(runId: string, filter: ContactFilter): Promise<Cell[]> {
  const values: unknown[] = [runId];
  const parts = ["run_id = $1", "contacts <> 0", ...filterWhere(CELL_COLUMNS, filter, values)];
  const { rows } = await pool().query<Cell>(
    `SELECT outcome, country, carrier, carrier_status AS "carrierStatus"
     FROM breakdowns WHERE ${parts.join(" AND ")}`,
    values,
  );
  return rows.length > 0 || (await isCounted(runId)) ? rows : findCellsOfDraft(runId, filter);
}

async function isCounted(runId: string): Promise<boolean> {
  const { rowCount } = await pool().query("SELECT 1 FROM breakdowns WHERE run_id = $1 LIMIT 1", [
    runId,
  ]);
  return rowCount !== 0;
}

/** A run that was not planned yet has no breakdown: nothing of it is checked. */
async function findCellsOfDraft(
  runId: string,
  { outcome, carrier, carrierStatus, country }: ContactFilter,
): Promise<Cell[]> {
  if (carrier || carrierStatus || (outcome && outcome !== "pending")) return [];
  // From one country to the next by the index, however many contacts each has.
  const { rows } = await pool().query<{ country: string }>(
    `WITH RECURSIVE found(country) AS (
       SELECT min(country) FROM contacts WHERE run_id = $1 AND outcome = 'pending'
       UNION ALL
       SELECT (SELECT min(c.country) FROM contacts c
         WHERE c.run_id = $1 AND c.outcome = 'pending' AND c.country > found.country)
       FROM found WHERE found.country IS NOT NULL
     )
     SELECT country FROM found WHERE country IS NOT NULL`,
    [runId],
  );
  return rows
    .filter((row) => !country || row.country === country)
    .map((row) => ({ outcome: "pending", country: row.country, carrier: "", carrierStatus: "" }));
}
