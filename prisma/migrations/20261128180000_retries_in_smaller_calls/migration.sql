-- How often a run was retried: each time what is left is asked in smaller calls.
ALTER TABLE "runs" ADD COLUMN "retries" SMALLINT NOT NULL DEFAULT 0;
