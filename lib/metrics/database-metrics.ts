import { RUN_STATUSES } from "@/lib/api/values";
import { pool } from "@/lib/db/pool";
import { logger } from "@/lib/logger";
import { IS_GOING } from "@/lib/lookups/work";
import { gauge } from "./registry";

const databaseUp = gauge({
  name: "rcs_reach_database_up",
  help: "Whether the database answered when this was read. If not, the gauges that are read from it are missing.",
});
const runs = gauge({
  name: "rcs_reach_runs",
  help: "Runs, by status.",
  labelNames: ["status"],
});
const batches = gauge({
  name: "rcs_reach_batches",
  help: "Batches of runs that are going, which wait for a call (pending) or have one (in_flight).",
  labelNames: ["state"],
});
const pending = gauge({
  name: "rcs_reach_numbers_pending",
  help: "Numbers of runs that are going which have no outcome yet, by the account's id.",
  labelNames: ["account"],
});
const breaker = gauge({
  name: "rcs_reach_breaker_open",
  help: "1 while an account's breaker is open: Kaleyra is found down, and only probed.",
  labelNames: ["account", "upstream"],
});
const hold = gauge({
  name: "rcs_reach_hold_seconds",
  help: "For how long no call of an account may be made, since Kaleyra asked to slow down.",
  labelNames: ["account"],
});
const workers = gauge({
  name: "rcs_reach_workers",
  help: "Worker processes that were heard within the last minute.",
});
const fromDatabase = [runs, batches, pending, breaker, hold, workers];

const COUNTS = `
  SELECT 'run' AS what, status::text AS name, count(*)::float8 AS value FROM runs GROUP BY status
  UNION ALL
  SELECT 'batch', b.state::text, count(*) FROM runs r
    JOIN batches b ON b.run_id = r.id AND b.state IN ('pending', 'in_flight')
    WHERE r.${IS_GOING} GROUP BY b.state
  UNION ALL
  SELECT 'pending', r.account_id::text, sum(b.contacts) FROM runs r
    JOIN breakdowns b ON b.run_id = r.id AND b.outcome = 'pending'
    WHERE r.${IS_GOING} GROUP BY r.account_id
  UNION ALL
  SELECT 'rcs', account_id::text, (open_since IS NOT NULL)::int FROM account_gates
  UNION ALL
  SELECT 'api', account_id::text, (api_open_since IS NOT NULL)::int FROM account_gates
  UNION ALL
  SELECT 'hold', account_id::text,
    greatest(0, coalesce(extract(epoch FROM held_until - clock_timestamp()), 0)) FROM account_gates
  UNION ALL
  SELECT 'worker', '', count(*) FROM workers WHERE seen_at > now() - interval '1 minute'`;

interface Count {
  what: "run" | "batch" | "pending" | "rcs" | "api" | "hold" | "worker";
  name: string;
  value: number;
}

/**
 * Reads the gauges of the whole installation anew. Sums that are kept are read, no contact is
 * counted. While the database is away the rest can still be scraped.
 */
export async function readDatabaseMetrics(): Promise<void> {
  for (const one of fromDatabase) one().reset();
  let counts: Count[];
  try {
    counts = (await pool().query<Count>(COUNTS)).rows;
    databaseUp().set(1);
  } catch (error) {
    logger.warn({ err: error }, "metrics of the database could not be read");
    databaseUp().set(0);
    return;
  }
  // What is not there is nought, so that a rate or an alert finds it.
  for (const status of RUN_STATUSES) runs().set({ status }, 0);
  for (const state of ["pending", "in_flight"]) batches().set({ state }, 0);
  for (const count of counts) setGauge(count);
}

function setGauge({ what, name, value }: Count): void {
  if (what === "run") runs().set({ status: name }, value);
  else if (what === "batch") batches().set({ state: name }, value);
  else if (what === "pending") pending().set({ account: name }, value);
  else if (what === "hold") hold().set({ account: name }, value);
  else if (what === "worker") workers().set(value);
  else breaker().set({ account: name, upstream: what }, value);
}
