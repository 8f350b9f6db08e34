import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "./generated/client";
import { pool } from "./pool";

const shared = globalThis as { rcsReachPrisma?: PrismaClient };

/** Prisma on the process's own pool. Bulk work goes to `pool()` directly. */
export function prisma(): PrismaClient {
  shared.rcsReachPrisma ??= new PrismaClient({ adapter: new PrismaPg(pool()) });
  return shared.rcsReachPrisma;
}
