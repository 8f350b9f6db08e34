-- Whether somebody may come in stands with each membership, and nowhere else.

UPDATE "memberships" SET "disabled_at" = "users"."disabled_at"
FROM "users" WHERE "users"."id" = "memberships"."user_id" AND "users"."disabled_at" IS NOT NULL;

-- AlterTable
ALTER TABLE "users" DROP COLUMN "disabled_at";

-- CreateTable
CREATE TABLE "throttles" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "throttles_pkey" PRIMARY KEY ("key")
);
