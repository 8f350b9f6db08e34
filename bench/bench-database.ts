import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createAccount } from "@/lib/accounts/create-account";
import type { SessionUser } from "@/lib/auth/session";
import { startEmbeddedDatabase } from "@/lib/db/embedded";
import { migrate } from "@/lib/db/migrate";
import { closePool } from "@/lib/db/pool";
import { prisma } from "@/lib/db/prisma";
import { closeQueue } from "@/lib/lookups/queue";

/** A database of the bench's own. */
export interface BenchDatabase {
  url: string;
  /** Owns each account that is made. */
  user: SessionUser;
  makeAccount: (limits: AccountLimits) => Promise<string>;
}

export interface AccountLimits {
  callsAtOnce: number;
  callsPerSecond: number;
}

/**
 * Does work with a new database, which is gone afterwards. Its verbs run in this process, once.
 *
 * @param settings of the environment, beside those of the database
 */
export async function withBenchDatabase<T>(
  work: (bench: BenchDatabase) => Promise<T>,
  settings: Record<string, string> = {},
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), "rcs-reach-bench-"));
  const database = await startEmbeddedDatabase(path.join(folder, "postgres"), randomUUID());
  try {
    Object.assign(process.env, {
      DATABASE_URL: database.url,
      NEXTAUTH_SECRET: randomUUID() + randomUUID(),
      ENCRYPTION_KEY: Buffer.alloc(32, 1).toString("base64"),
      LOG_LEVEL: "error",
      ...settings,
    });
    await migrate(database.url);
    const { id, email, name } = await prisma().user.create({
      data: { email: "bench@example.com", name: "Bench", passwordHash: "none" },
    });
    const user: SessionUser = { id, email, name, roles: {} };
    const makeAccount = (limits: AccountLimits) => makeOwnAccount(user, limits);
    return await work({ url: database.url, user, makeAccount });
  } finally {
    await closeQueue();
    await closePool();
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function makeOwnAccount(user: SessionUser, limits: AccountLimits): Promise<string> {
  const { id } = await createAccount(user, {
    name: "Bench",
    sid: `BENCH${Object.keys(user.roles).length}`,
    apiKey: "sandbox-key",
    rcsHost: "rcs-api.na.kaleyra.io",
    apiHost: "api.kaleyra.io",
    pricePerLookup: 0,
    currency: "USD",
    ...limits,
  });
  user.roles[id] = "owner";
  return id;
}
