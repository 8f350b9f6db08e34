import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { DownloadIcon } from "@/components/ui/icons";
import { LinkButton } from "@/components/ui/link-button";
import { Moment } from "@/components/ui/moment";
import { PrintButton } from "@/components/ui/print-button";
import { urlOf } from "@/lib/api/client";
import type { ErasureView } from "@/lib/api/erasures";
import { formatNumber } from "@/lib/format";

/** The proof of an erasure, for whoever asked for it. It does not hold the number. */
export function ReceiptCard({ receipt }: { receipt: ErasureView }) {
  return (
    <Card title="Receipt of an erasure">
      <article aria-label="Receipt" className="flex flex-col gap-5">
        <DescriptionList
          facts={[
            { term: "Receipt", value: <span className="break-all">{receipt.id}</span> },
            { term: "Erased", value: <Moment iso={receipt.at} /> },
            { term: "By", value: receipt.erasedBy ?? "A user who is gone" },
            { term: "Account", value: receipt.accountName },
            { term: "Runs that held the number", value: formatNumber(receipt.runs) },
            { term: "Contacts deleted", value: formatNumber(receipt.contacts) },
            { term: "Duplicate rows deleted", value: formatNumber(receipt.duplicates) },
            { term: "Invalid rows deleted", value: formatNumber(receipt.invalid) },
            { term: "Number details deleted", value: formatNumber(receipt.details) },
            { term: "Cells beside other numbers emptied", value: formatNumber(receipt.keptCells) },
          ]}
        />
        <p className="text-muted text-sm">
          The number itself is kept nowhere, so this receipt does not show it. Backups that were
          made before hold it until they are deleted.
        </p>
        <div className="flex flex-wrap gap-2 print:hidden">
          <PrintButton />
          <LinkButton
            href={urlOf("getErasure", { id: receipt.id })}
            download={`receipt-${receipt.id}.json`}
          >
            <DownloadIcon />
            Download
          </LinkButton>
        </div>
      </article>
    </Card>
  );
}
