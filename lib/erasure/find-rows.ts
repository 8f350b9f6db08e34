import type { ErasedCounts } from "@/lib/api/erasures";
import { pool } from "@/lib/db/pool";
import type { WantedNumber } from "./wanted-number";

/**
 * SQL: some kept cell of a contact (row `c`) matches. All of them at once: to look at each takes
 * several times as long. What parts them is more than may stand between two digits.
 */
export const keptHold = (pattern: string) => `array_to_string(c.kept, '|||||') ~ ${pattern}`;

/** What one run holds of a number. */
export interface RunRows extends ErasedCounts {
  id: string;
  accountId: string;
}

/**
 * The runs of accounts that hold a number, each with its rows. The contact is one look into an
 * index for each run; duplicates, invalid rows and, where a run keeps columns, contacts are read
 * through: decision 22 says what that costs.
 */
export async function findRows(
  accountIds: readonly string[],
  { e164, pattern }: WantedNumber,
): Promise<RunRows[]> {
  const { rows } = await pool().query<RunRows>(
    `SELECT * FROM (
       SELECT r.id, r.account_id AS "accountId",
         (SELECT count(*)::int FROM contacts c WHERE c.run_id = r.id AND c.e164 = $2) AS contacts,
         (SELECT count(*)::int FROM duplicate_rows d WHERE d.run_id = r.id
           AND (d.e164 = $2 OR d.cell ~ $3)) AS duplicates,
         (SELECT count(*)::int FROM invalid_rows i WHERE i.run_id = r.id AND i.cell ~ $3) AS invalid,
         (SELECT count(*)::int FROM contacts c JOIN number_details d USING (run_id, line)
           WHERE c.run_id = r.id AND c.e164 = $2) AS details,
         CASE WHEN cardinality(r.kept_columns) = 0 THEN 0 ELSE (
           SELECT count(*)::int FROM contacts c CROSS JOIN LATERAL unnest(c.kept) AS k(cell)
           WHERE c.run_id = r.id AND c.e164 IS DISTINCT FROM $2 AND ${keptHold("$3")}
             AND k.cell ~ $3) END AS "keptCells"
       FROM runs r WHERE r.account_id = ANY($1::uuid[])
     ) found WHERE contacts + duplicates + invalid + "keptCells" > 0 ORDER BY id`,
    [accountIds, e164, pattern],
  );
  return rows;
}
