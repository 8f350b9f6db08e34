"use client";

import { keepPreviousData, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { CountryOption } from "@/components/ui/country-field";
import { Moment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { type PlainColumn, PlainTable } from "@/components/ui/plain-table";
import { Unread } from "@/components/ui/unread";
import { useAddressState } from "@/components/ui/use-address-state";
import type { ErasureView } from "@/lib/api/erasures";
import { erasuresQuery } from "@/lib/api/queries";
import { formatNumber, plural } from "@/lib/format";
import { EraseForm } from "./erase-form";
import { eraseAddress } from "./erase-params";
import { ReceiptCard } from "./receipt-card";

/** Erases one number everywhere, and keeps the receipts. */
export function ErasePage({ countries }: { countries: readonly CountryOption[] }) {
  const queryClient = useQueryClient();
  const [{ receipts: shownIds }, setParams] = useAddressState(eraseAddress);
  const erasures = useInfiniteQuery({ ...erasuresQuery(), placeholderData: keepPreviousData });
  const receipts = erasures.data?.pages.flatMap((page) => page.items) ?? [];
  const shown = receipts.filter(({ id }) => shownIds.includes(id));
  const onErased = async (made: ErasureView[]) => {
    await queryClient.invalidateQueries({ queryKey: erasuresQuery().queryKey });
    queryClient.invalidateQueries({ queryKey: ["runs"] });
    setParams({ receipts: made.map(({ id }) => id) });
  };
  const columns: PlainColumn<ErasureView>[] = [
    { id: "at", label: "When", isRowHeader: true, cell: ({ at }) => <Moment iso={at} /> },
    { id: "account", label: "Account", cell: ({ accountName }) => accountName },
    {
      id: "by",
      label: "By",
      className: "max-md:hidden",
      cell: ({ erasedBy }) => erasedBy ?? "–",
    },
    {
      id: "runs",
      label: "Runs",
      align: "end",
      className: "max-md:hidden",
      cell: ({ runs }) => formatNumber(runs),
    },
    {
      id: "rows",
      label: "Rows",
      align: "end",
      className: "max-sm:hidden",
      cell: (one) => formatNumber(one.contacts + one.duplicates + one.invalid),
    },
    {
      id: "open",
      label: <span className="sr-only">Receipt</span>,
      align: "end",
      cell: ({ id }) => (
        <Button size="sm" onPress={() => setParams({ receipts: [id] })}>
          Show the receipt
        </Button>
      ),
    },
  ];
  return (
    <>
      <div className="print:hidden">
        <PageHeader
          title="Erase a number"
          breadcrumbs={[{ label: "Settings", href: "/settings" }]}
          description="For a person who asks to be forgotten: all that is stored of their number is deleted."
        />
      </div>
      <div className="flex max-w-3xl flex-col gap-5">
        <div className="print:hidden">
          <EraseForm countries={countries} onErased={onErased} />
        </div>
        {shown.map((receipt) => (
          <ReceiptCard key={receipt.id} receipt={receipt} />
        ))}
        <div className="flex flex-col gap-3 print:hidden">
          <h2 className="font-semibold text-lg">Receipts</h2>
          <Unread query={erasures} what="the receipts" rows={3} />
          {erasures.data && receipts.length === 0 && (
            <Card>
              <p className="text-muted">No number has been erased yet.</p>
            </Card>
          )}
          {receipts.length > 0 && (
            <>
              <PlainTable
                caption="Receipts"
                columns={columns}
                rows={receipts}
                keyOf={({ id }) => id}
                isFramed
              />
              <LoadMore
                summary={`${plural(receipts.length, "receipt")} shown`}
                onMore={erasures.hasNextPage ? () => erasures.fetchNextPage() : undefined}
                isPending={erasures.isFetchingNextPage}
              />
            </>
          )}
        </div>
      </div>
    </>
  );
}
