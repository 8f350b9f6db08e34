import { IS_GOING } from "@/lib/lookups/work";

/** SQL: a run (row `r`) has ended, or is a draft, and no lookup of its details goes or is paused. */
export const HAS_ENDED = `(r.status IN ('draft', 'done', 'cancelled', 'failed') AND NOT EXISTS (
  SELECT 1 FROM detail_passes p WHERE p.run_id = r.id
    AND (p.${IS_GOING} OR p.status = 'paused')))`;

/** SQL: since when. A draft is taken for abandoned from its first day on. */
export const ENDED_AT = `greatest(coalesce(r.finished_at, r.started_at, r.created_at), (
  SELECT max(p.finished_at) FROM detail_passes p WHERE p.run_id = r.id))`;
