import type { ContactFilter } from "@/lib/api/results";
import { pool } from "@/lib/db/pool";
import { filterWhere } from "./filter-where";

/** A cell of a run's breakdown, with its number of contacts. */
export interface Cell {
  outcome: string;
  country: string;
  /** Empty where Kaleyra gave none; the status likewise. */
  carrier: string;
  carrierStatus: string;
  contacts: number;
}

const CELL_COLUMNS = { carrier: "carrier", carrierStatus: "carrier_status" };

/** The cells that a filter, its search left aside, lets through. */
export async function findCells(runId: string, filter: ContactFilter): Promise<Cell[]> {
  const values: unknown[] = [runId];
  const parts = ["run_id = $1", "contacts <> 0", ...filterWhere(CELL_COLUMNS, filter, values)];
  const { rows } = await pool().query<Cell>(
    `SELECT outcome, country, carrier, carrier_status AS "carrierStatus", contacts
     FROM breakdowns WHERE ${parts.join(" AND ")}`,
    values,
  );
  return rows;
}
