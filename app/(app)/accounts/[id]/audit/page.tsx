import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AuditPage } from "@/components/audit/audit-page";
import { auditFilterOf, loadAuditParams } from "@/components/audit/audit-params";
import { Prefetched } from "@/components/ui/prefetched";
import { listAudit as operation } from "@/lib/api/audit";
import { auditQuery } from "@/lib/api/queries";
import { listAudit } from "@/lib/audit/list-audit";
import { requireUser } from "@/lib/auth/session";
import { findAccountOfPage } from "../find-account-of-page";

export const metadata: Metadata = { title: "Audit trail" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function Page({ params, searchParams }: Props) {
  const user = await requireUser();
  const account = await findAccountOfPage((await params).id);
  if (account.role !== "owner") notFound();
  const shown = await loadAuditParams(searchParams);
  const filter = auditFilterOf(shown);
  const cursor = shown.cursor ?? undefined;
  const query = operation.query.safeParse({ ...filter, cursor });
  const events = query.success ? await listAudit(user, account.id, query.data) : null;
  return (
    <Prefetched data={events ? [[auditQuery(account.id, filter, cursor).queryKey, events]] : []}>
      <AuditPage account={account} />
    </Prefetched>
  );
}
