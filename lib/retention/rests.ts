import { IS_GOING } from "@/lib/lookups/work";

/** SQL: nothing is asked about the contacts of a run (row `r`), as long as nobody starts or resumes it. */
export const RESTS = `(NOT r.${IS_GOING} AND NOT EXISTS (
  SELECT 1 FROM detail_passes p WHERE p.run_id = r.id AND p.${IS_GOING}))`;

/**
 * SQL: since when: its end, or that of a lookup of its details. What was paused has no end, but a
 * last call; a draft is taken for abandoned from its first day on.
 */
export const RESTS_SINCE = `greatest(coalesce(r.finished_at, r.started_at, r.created_at),
  (SELECT max(p.finished_at) FROM detail_passes p WHERE p.run_id = r.id),
  (SELECT c.started_at FROM lookup_calls c WHERE c.run_id = r.id ORDER BY c.id DESC LIMIT 1))`;
