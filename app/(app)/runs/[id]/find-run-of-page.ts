import { notFound } from "next/navigation";
import { cache } from "react";
import { idParams } from "@/lib/api/common";
import { requireUser } from "@/lib/auth/session";
import { orNotFound } from "@/lib/http/or-not-found";
import { getRun } from "@/lib/runs/get-run";

/** The run of this address and its reader, read once a request; nothing there is "not found". */
export const findRunOfPage = cache(async (id: string) => {
  const user = await requireUser();
  if (!idParams.shape.id.safeParse(id).success) notFound();
  return { user, run: await orNotFound(getRun(user, id)) };
});
