import type { ErasureView } from "@/lib/api/erasures";
import { requireRole } from "@/lib/auth/require-role";
import type { SessionUser } from "@/lib/auth/session";
import { notFound } from "@/lib/errors";
import { readErasures } from "./read-erasures";

/** One receipt, for owners of its account. */
export async function getErasure(user: SessionUser, id: string): Promise<ErasureView> {
  const [erasure] = await readErasures({ id });
  if (!erasure) throw notFound("receipt");
  requireRole(user, erasure.accountId, "owner", "receipt");
  return erasure;
}
