import type { OperatorBreakdown } from "@/lib/api/details";
import type { SessionUser } from "@/lib/auth/session";
import { pool } from "@/lib/db/pool";
import { findRun } from "@/lib/runs/find-run";

type Operator = OperatorBreakdown["operators"][number];

/** The known number details of a run by current operator. */
export async function getOperators(user: SessionUser, runId: string): Promise<OperatorBreakdown> {
  await findRun(user, runId, "viewer");
  const { rows } = await pool().query<Operator & { roaming: number }>(
    `SELECT current_operator AS operator, count(*)::int AS numbers,
       count(*) FILTER (WHERE ported)::int AS ported,
       count(*) FILTER (WHERE roaming)::int AS roaming
     FROM number_details WHERE run_id = $1 AND state = 'ready'
     GROUP BY current_operator ORDER BY numbers DESC, operator`,
    [runId],
  );
  const sum = (of: "numbers" | "ported" | "roaming") =>
    rows.reduce((total, row) => total + row[of], 0);
  return {
    numbers: sum("numbers"),
    ported: sum("ported"),
    roaming: sum("roaming"),
    operators: rows.map(({ operator, numbers, ported }) => ({ operator, numbers, ported })),
  };
}
