import type { RunView } from "@/lib/api/runs";
import type { SessionUser } from "@/lib/auth/session";
import { prisma } from "@/lib/db/prisma";
import { findRun } from "./find-run";
import { getRun } from "./get-run";

/** Gives a run another name. */
export async function renameRun(user: SessionUser, id: string, name: string): Promise<RunView> {
  await findRun(user, id, "analyst");
  await prisma().run.update({ where: { id }, data: { name } });
  return getRun(user, id);
}
