-- A token ends with its maker's membership, so that joining again does not revive it.

-- AddForeignKey
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_user_id_account_id_fkey" FOREIGN KEY ("user_id", "account_id") REFERENCES "memberships"("user_id", "account_id") ON DELETE CASCADE ON UPDATE CASCADE;
