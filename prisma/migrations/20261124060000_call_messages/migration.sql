-- AlterTable
ALTER TABLE "lookup_calls" ADD COLUMN     "message" TEXT;
