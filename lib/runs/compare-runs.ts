import type { BreakdownView } from "@/lib/api/results";
import type { RunView } from "@/lib/api/runs";
import type { SessionUser } from "@/lib/auth/session";
import { pool } from "@/lib/db/pool";
import { notFound } from "@/lib/errors";
import { getBreakdown } from "./get-breakdown";
import { getRun } from "./get-run";

/** What became of the numbers of two runs. Those in both are in exactly one of the first five. */
export interface SharedContacts {
  reachableInBoth: number;
  notReachableInBoth: number;
  /** Not on RCS before, reachable after. */
  becameReachable: number;
  /** Reachable before, not on RCS after. */
  stoppedReachable: number;
  /** In both, but one of the runs has no answer: nothing can be said of a change. */
  unanswered: number;
  onlyBefore: number;
  onlyAfter: number;
}

export interface ComparedRun {
  run: RunView;
  cells: BreakdownView["cells"];
}

export interface Comparison {
  before: ComparedRun;
  after: ComparedRun;
  /** Null when the contacts of one of them are not kept any more. */
  contacts: SharedContacts | null;
}

/**
 * Two runs of one account side by side, the older one first, whichever was named first.
 *
 * @throws AppError not_found for a run that the user may not see, or one of another account
 */
export async function compareRuns(
  user: SessionUser,
  id: string,
  otherId: string,
): Promise<Comparison> {
  const [one, other] = await Promise.all([getRun(user, id), getRun(user, otherId)]);
  if (one.accountId !== other.accountId || one.id === other.id) throw notFound("run");
  const [first, second] = startOf(one) <= startOf(other) ? [one, other] : [other, one];
  const [before, after, contacts] = await Promise.all([
    getBreakdown(user, first.id),
    getBreakdown(user, second.id),
    first.purgedAt || second.purgedAt ? null : countShared(first.id, second.id),
  ]);
  return {
    before: { run: first, cells: before.cells },
    after: { run: second, cells: after.cells },
    contacts,
  };
}

const startOf = (run: RunView) => run.startedAt ?? run.createdAt;

async function countShared(before: string, after: string): Promise<SharedContacts> {
  const both = "b.outcome IS NOT NULL AND a.outcome IS NOT NULL";
  const { rows } = await pool().query<SharedContacts>(
    `SELECT
       count(*) FILTER (WHERE b.outcome = 'rcs' AND a.outcome = 'rcs')::int AS "reachableInBoth",
       count(*) FILTER (WHERE b.outcome = 'not_rcs' AND a.outcome = 'not_rcs')::int
         AS "notReachableInBoth",
       count(*) FILTER (WHERE b.outcome = 'not_rcs' AND a.outcome = 'rcs')::int
         AS "becameReachable",
       count(*) FILTER (WHERE b.outcome = 'rcs' AND a.outcome = 'not_rcs')::int
         AS "stoppedReachable",
       count(*) FILTER (WHERE ${both} AND NOT (b.outcome IN ('rcs', 'not_rcs')
         AND a.outcome IN ('rcs', 'not_rcs')))::int AS "unanswered",
       count(*) FILTER (WHERE a.outcome IS NULL)::int AS "onlyBefore",
       count(*) FILTER (WHERE b.outcome IS NULL)::int AS "onlyAfter"
     FROM (SELECT e164, outcome FROM contact_results WHERE run_id = $1) b
     FULL JOIN (SELECT e164, outcome FROM contact_results WHERE run_id = $2) a USING (e164)`,
    [before, after],
  );
  const [counts] = rows;
  if (!counts) throw new Error("a count without a row");
  return counts;
}
