import type { z } from "zod";
import type { listInvalid as operation } from "@/lib/api/results";
import type { SessionUser } from "@/lib/auth/session";
import { pool } from "@/lib/db/pool";
import { explainReason, reasonTitle } from "@/lib/phone/explain-reason";
import { decodeCursor, encodeCursor } from "@/lib/runs/cursor";
import { findRun } from "@/lib/runs/find-run";
import { refusePurged } from "@/lib/runs/refuse-purged";
import { asReason } from "./as-reason";
import { countReasons } from "./count-reasons";
import { HIDDEN_CELL } from "./for-viewers";

type Query = z.output<(typeof operation)["query"]>;

/**
 * A page of the rows that are no number, with their reasons in words. A viewer sees no cell.
 *
 * @throws AppError `run_purged` when they are gone
 */
export async function listInvalid(user: SessionUser, runId: string, query: Query) {
  const { run, role } = await findRun(user, runId, "viewer");
  refusePurged(run);
  const [after = 0] = decodeCursor(query.cursor) ?? [];
  const [rows, reasons] = await Promise.all([
    readInvalid(runId, query, Number(after) || 0),
    countReasons(runId),
  ]);
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ line, cell: stood, reason: stored }) => {
      const reason = asReason(stored);
      const cell = role === "viewer" ? HIDDEN_CELL : stood;
      const detail = explainReason(reason, { cell, country: run.defaultCountry });
      return { line, cell, reason, title: reasonTitle(reason), detail };
    }),
    reasons,
    nextCursor: rows.length > shown.length && last ? encodeCursor([last.line]) : null,
  };
}

async function readInvalid(runId: string, { reason, limit }: Query, after: number) {
  // Prisma would prepare one plan for all reasons, which reads on and on for a rare one.
  const { rows } = await pool().query<{ line: number; cell: string; reason: string }>(
    `SELECT line, cell, reason FROM invalid_rows
     WHERE run_id = $1 AND line > $2 ${reason ? "AND reason = $4" : ""} ORDER BY line LIMIT $3`,
    [runId, after, limit + 1, ...(reason ? [reason] : [])],
  );
  return rows;
}
