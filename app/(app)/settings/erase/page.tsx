import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ErasePage } from "@/components/erasure/erase-page";
import { Prefetched } from "@/components/ui/prefetched";
import { listErasures as operation } from "@/lib/api/erasures";
import { erasuresQuery } from "@/lib/api/queries";
import { requireUser } from "@/lib/auth/session";
import { listErasures } from "@/lib/erasure/list-erasures";
import { listCountries } from "@/lib/phone/country";

export const metadata: Metadata = { title: "Erase a number" };

export default async function Page() {
  const user = await requireUser();
  if (!Object.values(user.roles).includes("owner")) notFound();
  const receipts = await listErasures(user, operation.query.parse({}));
  return (
    <Prefetched data={[[erasuresQuery().queryKey, { pages: [receipts], pageParams: [undefined] }]]}>
      <ErasePage countries={listCountries()} />
    </Prefetched>
  );
}
