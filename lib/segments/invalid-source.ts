import { readInBatches } from "@/lib/db/read-in-batches";
import { explainReason } from "@/lib/phone/explain-reason";
import { asReason } from "./as-reason";

interface InvalidRow {
  line: number;
  cell: string;
  reason: string;
}

export const INVALID_COLUMNS = ["source_line", "cell", "reason", "explanation"];

/** The invalid rows of a run for an export, each with its reason in words. */
export async function* invalidRows(run: { id: string; defaultCountry: string | null }) {
  const sql = "SELECT line, cell, reason FROM invalid_rows WHERE run_id = $1 ORDER BY line";
  for await (const batch of readInBatches<InvalidRow>(sql, [run.id])) {
    yield batch.map(({ line, cell, reason }) => {
      const detail = explainReason(asReason(reason), { cell, country: run.defaultCountry });
      return [line, cell, reason, detail];
    });
  }
}
