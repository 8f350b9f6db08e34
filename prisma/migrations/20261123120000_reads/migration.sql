-- DropIndex
DROP INDEX "contacts_run_id_outcome_line_idx";

-- AlterTable
-- Numbers are compared byte by byte, so that a range of the index is a beginning of numbers
-- whatever the locale of the database. Prisma knows no collations.
--
-- Of run_id no statistics are kept, and those there are go with the column's "change" of type. With
-- them, the planner takes a run that came after the last ANALYZE for one without any contact, and
-- then each index for as good as any other: a batch of 500 took minutes to store.
ALTER TABLE "contacts" ALTER COLUMN "e164" TYPE TEXT COLLATE "C",
  ALTER COLUMN "run_id" TYPE UUID,
  ALTER COLUMN "run_id" SET STATISTICS 0;

ALTER TABLE "invalid_rows" ALTER COLUMN "run_id" TYPE UUID,
  ALTER COLUMN "run_id" SET STATISTICS 0;

-- Here they made it read the whole ledger backwards for the latest calls of an old run.
ALTER TABLE "lookup_calls" ALTER COLUMN "run_id" TYPE UUID,
  ALTER COLUMN "run_id" SET STATISTICS 0;

-- CreateIndex
-- The contacts of each cell of the breakdown, by number. Prisma knows no indexes on expressions.
CREATE INDEX "contacts_cell_idx" ON "contacts"("run_id", "outcome", "country", (COALESCE("carrier", '')), (COALESCE("carrier_status", '')), "e164");

-- CreateIndex
-- As above. Many numbers share their last digits, so that the index stores them once.
CREATE INDEX "contacts_last_digits_idx" ON "contacts"("run_id", (right("e164", 4)));

-- CreateIndex
CREATE INDEX "invalid_rows_run_id_reason_line_idx" ON "invalid_rows"("run_id", "reason", "line");

-- CreateTable
CREATE TABLE "invalid_counts" (
    "run_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,

    CONSTRAINT "invalid_counts_pkey" PRIMARY KEY ("run_id","reason")
);

-- AddForeignKey
ALTER TABLE "invalid_counts" ADD CONSTRAINT "invalid_counts_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What is stored already
INSERT INTO "invalid_counts" ("run_id", "reason", "rows")
SELECT "run_id", "reason", count(*) FROM "invalid_rows" GROUP BY "run_id", "reason";
