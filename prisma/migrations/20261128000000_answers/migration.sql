-- What Kaleyra said of contacts moves from each contact into one row for 256 lines of the file
-- (docs/decisions/0025-answers-in-stripes.md). Workers of the version before would go on writing it
-- to where nobody looks: they have to be stopped first. x3B is a semicolon, at which the migration
-- engine would cut the function apart.
CREATE FUNCTION refuse_while_workers_go() RETURNS void LANGUAGE plpgsql AS E'
BEGIN
  IF EXISTS (SELECT 1 FROM workers WHERE seen_at > now() - interval ''30 seconds'') THEN
    RAISE EXCEPTION ''Stop all workers first: this version stores answers in another place.''\x3B
  END IF\x3B
END';
SELECT refuse_while_workers_go();
DROP FUNCTION refuse_while_workers_go();

-- CreateTable
CREATE TABLE "answers" (
    "run_id" UUID NOT NULL,
    "stripe" INTEGER NOT NULL,
    "which" SMALLINT[],
    "outcomes" "Outcome"[],
    "carriers" TEXT[],
    "carrier_statuses" TEXT[],
    "failures" TEXT[],
    "checked_at" TIMESTAMPTZ(3)[],

    CONSTRAINT "answers_pkey" PRIMARY KEY ("run_id","stripe")
);

-- AddForeignKey
ALTER TABLE "answers" ADD CONSTRAINT "answers_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- As in 20261123120000_reads: no statistics of run_id. A row stays in its page, uncompressed, also
-- where a stripe has many carriers: each of its 256 contacts is read out of it.
ALTER TABLE "answers" ALTER COLUMN "run_id" SET STATISTICS 0;
ALTER TABLE "answers" SET (toast_tuple_target = 8160);

-- What is stored already
INSERT INTO "answers" ("run_id", "stripe", "which", "outcomes", "carriers", "carrier_statuses", "failures", "checked_at")
WITH told AS (
  SELECT "run_id", "line" / 256 AS "stripe", "line" % 256 AS "place", "outcome", "carrier",
    "carrier_status", "failure", "checked_at",
    dense_rank() OVER (
      PARTITION BY "run_id", "line" / 256
      ORDER BY "outcome", "carrier", "carrier_status", "failure", "checked_at") AS "kind"
  FROM "contacts" WHERE "outcome" <> 'pending'
), lists AS (
  SELECT "run_id", "stripe", array_agg("outcome" ORDER BY "kind") AS "outcomes",
    array_agg("carrier" ORDER BY "kind") AS "carriers",
    array_agg("carrier_status" ORDER BY "kind") AS "carrier_statuses",
    array_agg("failure" ORDER BY "kind") AS "failures",
    array_agg("checked_at" ORDER BY "kind") AS "checked_at"
  FROM (
    SELECT DISTINCT "run_id", "stripe", "kind", "outcome", "carrier", "carrier_status", "failure",
      "checked_at" FROM told
  ) kinds GROUP BY "run_id", "stripe"
), places AS (
  SELECT s."run_id", s."stripe",
    array_agg(coalesce(told."kind", 0)::smallint ORDER BY n."place") AS "which"
  FROM (SELECT DISTINCT "run_id", "line" / 256 AS "stripe" FROM "contacts") s
    CROSS JOIN generate_series(0, 255) AS n("place")
    LEFT JOIN told ON told."run_id" = s."run_id" AND told."stripe" = s."stripe" AND told."place" = n."place"
  GROUP BY s."run_id", s."stripe"
)
SELECT "run_id", "stripe", "which", coalesce("outcomes", '{}'), coalesce("carriers", '{}'),
  coalesce("carrier_statuses", '{}'), coalesce("failures", '{}'), coalesce("checked_at", '{}')
FROM places LEFT JOIN lists USING ("run_id", "stripe");

-- AlterTable
ALTER TABLE "contacts" DROP COLUMN "outcome",
  DROP COLUMN "carrier",
  DROP COLUMN "carrier_status",
  DROP COLUMN "failure",
  DROP COLUMN "checked_at";

-- A contact is not written to again: nothing is kept free for new versions of it.
ALTER TABLE "contacts" RESET (fillfactor);

-- Contacts with what is known of each. Prisma knows no views. OFFSET 0 has the stripe of each contact
-- looked up by its key: without statistics of run_id, the planner may read all of a run's for a page.
CREATE VIEW "contact_results" AS
SELECT c."run_id", c."line", c."e164", c."country", c."number_type", c."kept",
  coalesce(a."outcomes"[a."which"[c."line" % 256 + 1]], 'pending') AS "outcome",
  a."carriers"[a."which"[c."line" % 256 + 1]] AS "carrier",
  a."carrier_statuses"[a."which"[c."line" % 256 + 1]] AS "carrier_status",
  a."failures"[a."which"[c."line" % 256 + 1]] AS "failure",
  a."checked_at"[a."which"[c."line" % 256 + 1]] AS "checked_at"
FROM "contacts" c
  LEFT JOIN LATERAL (
    SELECT * FROM "answers" a WHERE a."run_id" = c."run_id" AND a."stripe" = c."line" / 256 OFFSET 0
  ) a ON true;
