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

/** A database of the bench's own, with someone who owns an account. */
export interface BenchDatabase {
  url: string;
  user: SessionUser;
  accountId: string;
}

/** Does work with a new database, which is gone afterwards. Its verbs run in this process. */
export async function withBenchDatabase<T>(work: (bench: BenchDatabase) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), "rcs-reach-bench-"));
  const database = await startEmbeddedDatabase(path.join(folder, "postgres"), randomUUID());
  try {
    Object.assign(process.env, {
      DATABASE_URL: database.url,
      NEXTAUTH_SECRET: randomUUID() + randomUUID(),
      ENCRYPTION_KEY: Buffer.alloc(32, 1).toString("base64"),
      LOG_LEVEL: "error",
    });
    await migrate(database.url);
    const { id, email, name } = await prisma().user.create({
      data: { email: "bench@example.com", name: "Bench", passwordHash: "none" },
    });
    const user: SessionUser = { id, email, name, roles: {} };
    const account = await createAccount(user, {
      name: "Bench",
      sid: "BENCH",
      apiKey: "sandbox-key",
      rcsHost: "rcs-api.na.kaleyra.io",
      apiHost: "api.kaleyra.io",
      pricePerLookup: 0.01,
      currency: "USD",
      callsPerSecond: 1000,
      callsAtOnce: 16,
    });
    user.roles[account.id] = "owner";
    return await work({ url: database.url, user, accountId: account.id });
  } finally {
    await closeQueue();
    await closePool();
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
