-- CreateTable
CREATE TABLE "cell_lines" (
    "run_id" UUID NOT NULL,
    "outcome" "Outcome" NOT NULL,
    "country" TEXT NOT NULL,
    "carrier" TEXT NOT NULL,
    "carrier_status" TEXT NOT NULL,
    "stripe" INTEGER NOT NULL,
    "lines" INTEGER[],

    CONSTRAINT "cell_lines_pkey" PRIMARY KEY ("run_id","outcome","country","carrier","carrier_status","stripe")
);

-- AddForeignKey
ALTER TABLE "cell_lines" ADD CONSTRAINT "cell_lines_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- As in 20261123120000_reads: no statistics of run_id.
ALTER TABLE "cell_lines" ALTER COLUMN "run_id" SET STATISTICS 0;

-- What is stored already
INSERT INTO "cell_lines" ("run_id", "outcome", "country", "carrier", "carrier_status", "stripe", "lines")
SELECT "run_id", "outcome", "country", coalesce("carrier", ''), coalesce("carrier_status", ''),
  "line" / 256, array_agg("line" ORDER BY "line")
FROM "contacts" WHERE "outcome" <> 'pending' GROUP BY 1, 2, 3, 4, 5, 6;

-- A run has its breakdown from its first chunk on. That of runs not planned yet is made up for.
INSERT INTO "breakdowns" ("run_id", "outcome", "country", "carrier", "carrier_status", "contacts")
SELECT "run_id", 'pending', "country", '', '', count(*) FROM "contacts" c
WHERE NOT EXISTS (SELECT 1 FROM "breakdowns" b WHERE b."run_id" = c."run_id")
GROUP BY "run_id", "country";

-- DropIndex
DROP INDEX "contacts_cell_idx";

-- No index knows an outcome any more, so that storing one touches none, as long as the page has
-- room for the contact's new version: half of each page is kept free for them.
ALTER TABLE "contacts" SET (fillfactor = 45);
