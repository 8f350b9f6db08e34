-- AlterTable
ALTER TABLE "lookup_calls" ADD COLUMN     "notes" JSONB;
