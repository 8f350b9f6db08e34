import { findAccount } from "@/lib/accounts/find-account";
import type { NewRun, RunView } from "@/lib/api/runs";
import type { SessionUser } from "@/lib/auth/session";
import { prisma } from "@/lib/db/prisma";
import { AppError } from "@/lib/errors";
import { getRun } from "./get-run";

/** Opens a draft that takes an audience in chunks. */
export async function createRun(user: SessionUser, given: NewRun): Promise<RunView> {
  const { account } = await findAccount(user, given.accountId, "analyst");
  if (given.blank > given.rows) {
    throw new AppError("invalid_request", "There can't be more blank rows than rows.");
  }
  const { id } = await prisma().run.create({
    data: {
      ...given,
      createdById: user.id,
      pricePerLookup: account.pricePerLookup,
      currency: account.currency,
    },
  });
  return getRun(user, id);
}
