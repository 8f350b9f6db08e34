-- AlterTable
ALTER TABLE "account_gates" ADD COLUMN     "held_until" TIMESTAMPTZ(6),
ADD COLUMN     "throttles" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "throttled_since" TIMESTAMPTZ(3),
ADD COLUMN     "api_throttles" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "api_throttled_since" TIMESTAMPTZ(3);
