import { notFound } from "next/navigation";
import { cache } from "react";
import { getAccount } from "@/lib/accounts/get-account";
import { idParams } from "@/lib/api/common";
import { requireUser } from "@/lib/auth/session";
import { orNotFound } from "@/lib/http/or-not-found";

/** The account of this address, read once a request; nothing there is "not found". */
export const findAccountOfPage = cache(async (id: string) => {
  const user = await requireUser();
  if (!idParams.shape.id.safeParse(id).success) notFound();
  return orNotFound(getAccount(user, id));
});
