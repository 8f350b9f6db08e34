-- AlterTable
ALTER TABLE "runs" ADD COLUMN     "erased_looked_up" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "erasures" ADD COLUMN     "kept_cells" INTEGER NOT NULL DEFAULT 0;
