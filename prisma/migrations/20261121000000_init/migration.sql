-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('owner', 'analyst', 'viewer');

-- CreateEnum
CREATE TYPE "RunStatus" AS ENUM ('draft', 'queued', 'running', 'paused', 'done', 'cancelled', 'failed');

-- CreateEnum
CREATE TYPE "Outcome" AS ENUM ('pending', 'rcs', 'not_rcs', 'no_answer', 'failed', 'rejected');

-- CreateEnum
CREATE TYPE "BatchKind" AS ENUM ('bulk', 'single');

-- CreateEnum
CREATE TYPE "BatchState" AS ENUM ('pending', 'in_flight', 'done');

-- CreateEnum
CREATE TYPE "ChunkKind" AS ENUM ('contacts', 'invalid', 'duplicates');

-- CreateEnum
CREATE TYPE "Billing" AS ENUM ('billed', 'free', 'ambiguous');

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "stamp" INTEGER NOT NULL DEFAULT 1,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "user_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "role" "Role" NOT NULL,

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("user_id","account_id")
);

-- CreateTable
CREATE TABLE "accounts" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sid" TEXT NOT NULL,
    "api_key_cipher" TEXT NOT NULL,
    "is_sandbox" BOOLEAN NOT NULL DEFAULT false,
    "rcs_host" TEXT NOT NULL,
    "api_host" TEXT NOT NULL,
    "bulk_path" TEXT NOT NULL DEFAULT 'bulk',
    "calls_per_second" INTEGER NOT NULL DEFAULT 5,
    "calls_at_once" INTEGER NOT NULL DEFAULT 4,
    "price_per_lookup" DECIMAL(12,6) NOT NULL DEFAULT 0,
    "currency" CHAR(3) NOT NULL DEFAULT 'USD',
    "one_country_per_batch" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_gates" (
    "account_id" UUID NOT NULL,
    "next_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_gates_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "runs" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "created_by_id" UUID,
    "name" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_hash" TEXT,
    "status" "RunStatus" NOT NULL DEFAULT 'draft',
    "round" INTEGER NOT NULL DEFAULT 0,
    "status_reason" TEXT,
    "default_country" CHAR(2),
    "kept_columns" TEXT[],
    "rows" INTEGER NOT NULL,
    "unique_count" INTEGER NOT NULL DEFAULT 0,
    "duplicate_count" INTEGER NOT NULL DEFAULT 0,
    "invalid_count" INTEGER NOT NULL DEFAULT 0,
    "blank_count" INTEGER NOT NULL,
    "planned_bulk" INTEGER NOT NULL DEFAULT 0,
    "planned_single" INTEGER NOT NULL DEFAULT 0,
    "price_per_lookup" DECIMAL(12,6) NOT NULL DEFAULT 0,
    "currency" CHAR(3) NOT NULL DEFAULT 'USD',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contacts" (
    "run_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "e164" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "number_type" TEXT NOT NULL,
    "kept" TEXT[],
    "outcome" "Outcome" NOT NULL DEFAULT 'pending',
    "carrier" TEXT,
    "carrier_status" TEXT,
    "failure" TEXT,
    "checked_at" TIMESTAMPTZ(3),

    CONSTRAINT "contacts_pkey" PRIMARY KEY ("run_id","line")
);

-- CreateTable
CREATE TABLE "invalid_rows" (
    "run_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "cell" TEXT NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "invalid_rows_pkey" PRIMARY KEY ("run_id","line")
);

-- CreateTable
CREATE TABLE "duplicate_rows" (
    "run_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "cell" TEXT NOT NULL,
    "e164" TEXT NOT NULL,
    "kept_line" INTEGER NOT NULL,

    CONSTRAINT "duplicate_rows_pkey" PRIMARY KEY ("run_id","line")
);

-- CreateTable
CREATE TABLE "upload_chunks" (
    "run_id" UUID NOT NULL,
    "kind" "ChunkKind" NOT NULL,
    "index" INTEGER NOT NULL,

    CONSTRAINT "upload_chunks_pkey" PRIMARY KEY ("run_id","kind","index")
);

-- CreateTable
CREATE TABLE "batches" (
    "run_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "kind" "BatchKind" NOT NULL,
    "country" TEXT,
    "first_line" INTEGER NOT NULL,
    "last_line" INTEGER NOT NULL,
    "size" INTEGER NOT NULL,
    "state" "BatchState" NOT NULL DEFAULT 'pending',
    "lane" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "batches_pkey" PRIMARY KEY ("run_id","no")
);

-- CreateTable
CREATE TABLE "lookup_calls" (
    "id" BIGSERIAL NOT NULL,
    "account_id" UUID NOT NULL,
    "run_id" UUID,
    "batch_no" INTEGER,
    "lane" TEXT,
    "operation" TEXT NOT NULL,
    "numbers" INTEGER NOT NULL,
    "billed" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "result" TEXT,
    "http_status" INTEGER,
    "error_code" TEXT,
    "billing" "Billing" NOT NULL DEFAULT 'ambiguous',

    CONSTRAINT "lookup_calls_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "breakdowns" (
    "run_id" UUID NOT NULL,
    "outcome" "Outcome" NOT NULL,
    "country" TEXT NOT NULL,
    "carrier" TEXT NOT NULL,
    "carrier_status" TEXT NOT NULL,
    "contacts" INTEGER NOT NULL,

    CONSTRAINT "breakdowns_pkey" PRIMARY KEY ("run_id","outcome","country","carrier","carrier_status")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "memberships_account_id_idx" ON "memberships"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "accounts_sid_key" ON "accounts"("sid");

-- CreateIndex
CREATE INDEX "runs_account_id_created_at_id_idx" ON "runs"("account_id", "created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "runs_account_id_file_hash_idx" ON "runs"("account_id", "file_hash");

-- CreateIndex
CREATE INDEX "contacts_run_id_outcome_line_idx" ON "contacts"("run_id", "outcome", "line");

-- CreateIndex
CREATE UNIQUE INDEX "contacts_run_id_e164_key" ON "contacts"("run_id", "e164");

-- CreateIndex
CREATE INDEX "batches_run_id_state_no_idx" ON "batches"("run_id", "state", "no");

-- CreateIndex
CREATE INDEX "lookup_calls_run_id_id_idx" ON "lookup_calls"("run_id", "id");

-- CreateIndex
CREATE INDEX "lookup_calls_account_id_id_idx" ON "lookup_calls"("account_id", "id");

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_gates" ADD CONSTRAINT "account_gates_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "runs" ADD CONSTRAINT "runs_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "runs" ADD CONSTRAINT "runs_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invalid_rows" ADD CONSTRAINT "invalid_rows_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duplicate_rows" ADD CONSTRAINT "duplicate_rows_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upload_chunks" ADD CONSTRAINT "upload_chunks_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batches" ADD CONSTRAINT "batches_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lookup_calls" ADD CONSTRAINT "lookup_calls_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lookup_calls" ADD CONSTRAINT "lookup_calls_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "breakdowns" ADD CONSTRAINT "breakdowns_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;
