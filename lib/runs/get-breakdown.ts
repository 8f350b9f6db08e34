import type { BreakdownView } from "@/lib/api/results";
import type { SessionUser } from "@/lib/auth/session";
import { prisma } from "@/lib/db/prisma";
import { findRun } from "./find-run";

/** A run's contacts by outcome, country, carrier and carrier status. */
export async function getBreakdown(user: SessionUser, id: string): Promise<BreakdownView> {
  await findRun(user, id, "viewer");
  const rows = await prisma().breakdown.findMany({
    where: { runId: id, contacts: { gt: 0 } },
    orderBy: { contacts: "desc" },
  });
  return {
    cells: rows.map(({ outcome, country, carrier, carrierStatus, contacts }) => ({
      outcome,
      country,
      carrier: carrier || null,
      carrierStatus: carrierStatus || null,
      contacts,
    })),
  };
}
