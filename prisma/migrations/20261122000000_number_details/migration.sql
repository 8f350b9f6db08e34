-- CreateEnum
CREATE TYPE "DetailState" AS ENUM ('wanted', 'requesting', 'requested', 'ready', 'no_answer', 'failed');

-- AlterTable
ALTER TABLE "accounts" ADD COLUMN     "price_per_detail" DECIMAL(12,6) NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "account_gates" ADD COLUMN     "api_failures" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "api_open_since" TIMESTAMPTZ(3),
ADD COLUMN     "api_probe_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "lookup_calls" ADD COLUMN     "detail_pass_id" UUID;

-- CreateTable
CREATE TABLE "detail_passes" (
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "status" "RunStatus" NOT NULL DEFAULT 'queued',
    "round" INTEGER NOT NULL DEFAULT 1,
    "status_reason" TEXT,
    "asked" INTEGER NOT NULL,
    "asked_before" INTEGER NOT NULL,
    "price_per_detail" DECIMAL(12,6) NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "detail_passes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "number_details" (
    "run_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "pass_id" UUID NOT NULL,
    "state" "DetailState" NOT NULL DEFAULT 'wanted',
    "alone" BOOLEAN NOT NULL DEFAULT false,
    "lane" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lookup_id" TEXT,
    "requested_at" TIMESTAMPTZ(3),
    "polls" INTEGER NOT NULL DEFAULT 0,
    "next_poll_at" TIMESTAMPTZ(3),
    "failure" TEXT,
    "country" TEXT,
    "calling_code" INTEGER,
    "current_operator" TEXT,
    "current_mcc" TEXT,
    "current_mnc" TEXT,
    "original_operator" TEXT,
    "original_mcc" TEXT,
    "original_mnc" TEXT,
    "ported" BOOLEAN,
    "roaming" BOOLEAN,
    "other" JSONB,
    "fetched_at" TIMESTAMPTZ(3),

    CONSTRAINT "number_details_pkey" PRIMARY KEY ("run_id","line")
);

-- CreateIndex
CREATE INDEX "detail_passes_run_id_created_at_idx" ON "detail_passes"("run_id", "created_at");

-- CreateIndex
CREATE INDEX "detail_passes_status_idx" ON "detail_passes"("status");

-- CreateIndex
CREATE INDEX "number_details_pass_id_state_next_poll_at_line_idx" ON "number_details"("pass_id", "state", "next_poll_at", "line");

-- AddForeignKey
ALTER TABLE "detail_passes" ADD CONSTRAINT "detail_passes_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "number_details" ADD CONSTRAINT "number_details_run_id_line_fkey" FOREIGN KEY ("run_id", "line") REFERENCES "contacts"("run_id", "line") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "number_details" ADD CONSTRAINT "number_details_pass_id_fkey" FOREIGN KEY ("pass_id") REFERENCES "detail_passes"("id") ON DELETE CASCADE ON UPDATE CASCADE;
