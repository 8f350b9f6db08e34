-- A pass over number details makes a call for each number: what is read of a run's RCS lookups, which
-- are a call for five hundred, must not walk over them.
CREATE INDEX "lookup_calls_run_id_id_rcs_idx" ON "lookup_calls"("run_id", "id")
  WHERE "detail_pass_id" IS NULL;
CREATE INDEX "lookup_calls_run_id_id_details_idx" ON "lookup_calls"("run_id", "id")
  WHERE "detail_pass_id" IS NOT NULL;
