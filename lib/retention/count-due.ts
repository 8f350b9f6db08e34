import type { z } from "zod";
import { findAccount } from "@/lib/accounts/find-account";
import type { countDue as operation, RunsDue } from "@/lib/api/accounts";
import type { SessionUser } from "@/lib/auth/session";
import { pool } from "@/lib/db/pool";
import { RESTS, RESTS_SINCE } from "./rests";

type Query = z.output<(typeof operation)["query"]>;

/** How many runs of an account would lose their contacts next, if they were kept for so many days. */
export async function countDue(
  user: SessionUser,
  accountId: string,
  { days }: Query,
): Promise<RunsDue> {
  await findAccount(user, accountId, "owner");
  const { rows } = await pool().query<RunsDue>(
    `SELECT count(*)::int AS runs, coalesce(sum(r.unique_count), 0)::int AS contacts
     FROM runs r WHERE r.account_id = $1 AND r.purged_at IS NULL AND ${RESTS}
       AND ${RESTS_SINCE} < now() - make_interval(days => $2)`,
    [accountId, days],
  );
  return rows[0] ?? { runs: 0, contacts: 0 };
}
