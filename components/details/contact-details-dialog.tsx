import { Dialog } from "@/components/ui/dialog";
import { Moment } from "@/components/ui/moment";
import type { ContactDetails } from "@/lib/api/number-details";
import { FactsOfNumber } from "./facts-of-number";

export interface ContactDetailsDialogProps {
  /** E.164. */
  number: string;
  details: ContactDetails;
  onClose: () => void;
}

/** Everything that the number lookup said of one contact. */
export function ContactDetailsDialog({ number, details, onClose }: ContactDetailsDialogProps) {
  return (
    <Dialog isOpen onOpenChange={(isOpen) => !isOpen && onClose()} title={number}>
      <FactsOfNumber facts={details} />
      {details.fetchedAt && (
        <p className="text-muted text-sm">
          From Kaleyra’s number lookup, <Moment iso={details.fetchedAt} />.
        </p>
      )}
    </Dialog>
  );
}
