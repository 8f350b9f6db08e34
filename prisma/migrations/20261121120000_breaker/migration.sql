-- AlterTable
ALTER TABLE "account_gates" ADD COLUMN     "failures" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "open_since" TIMESTAMPTZ(3),
ADD COLUMN     "probe_at" TIMESTAMPTZ(3);
