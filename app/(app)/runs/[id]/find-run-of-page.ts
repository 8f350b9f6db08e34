import { notFound } from "next/navigation";
import { cache } from "react";
import { idParams } from "@/lib/api/common";
import { requireUser } from "@/lib/auth/session";
import { orNotFound } from "@/lib/http/or-not-found";
import { findRun } from "@/lib/runs/find-run";
import { getRun } from "@/lib/runs/get-run";

/** The run of this address and its reader; nothing there is "not found". */
export async function findRunOfPage(id: string) {
  const user = await requireUser();
  if (!idParams.shape.id.safeParse(id).success) notFound();
  return { user, ...(await orNotFound(findRun(user, id, "viewer"))) };
}

/** All that is shown of the run itself, read once a request: its title is made of it as well. */
export const viewRunOfPage = cache(async (id: string) => {
  const { user } = await findRunOfPage(id);
  return orNotFound(getRun(user, id));
});
